package org.cocreation.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void freePortsAreNoneThatASystemGivesToConnections() throws IOException {
    Ports free = Ports.free();
    List<Integer> all = Arrays.stream(Ports.Name.values()).map(free::of).toList();
    assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 1_024 && port < 32_768);
    for (int port : all) {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
  }
}
