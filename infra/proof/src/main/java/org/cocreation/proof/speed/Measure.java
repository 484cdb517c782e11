package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.List;

/** One thing that is measured, with everything that it is held against. */
public interface Measure {

  /** As it is asked for with {@code --only}, and as its rows are headed. */
  String name();

  /**
   * Measures on the running platform.
   *
   * @return the rows of the report, what is held against first
   */
  List<Result> run(SpeedBench bench) throws IOException, InterruptedException;
}
