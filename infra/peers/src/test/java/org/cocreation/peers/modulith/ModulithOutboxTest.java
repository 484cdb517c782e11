package org.cocreation.peers.modulith;

import java.nio.file.Path;
import org.cocreation.peers.work.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulithOutboxTest {

  @Test
  void carriesEverybodyFromAttendanceToOneEmail(@TempDir Path directory) throws Exception {
    Pipeline.carries(60, directory, ModulithOutbox::start);
  }
}
