package org.cocreation.peers.limit;

import java.nio.file.Path;
import org.cocreation.peers.work.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandWrittenTest {

  @Test
  void carriesEverybodyFromAttendanceToOneEmail(@TempDir Path directory) throws Exception {
    Pipeline.carries(1_200, directory, HandWritten::new);
  }
}
