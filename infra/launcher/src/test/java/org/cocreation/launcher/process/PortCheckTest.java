package org.cocreation.launcher.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Settings;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  private static final ProcessSpec CERTIFICATE =
      new ProcessSpec(
          "certificate",
          "certificate-service",
          "",
          List.of(Ports.Name.CERTIFICATE),
          java.util.Set.of(),
          Check.listens(1),
          64,
          ProcessSpec.Training.UNTIL_CONTEXT,
          List.of(),
          Map.of());

  @Test
  void namesThePortTheProcessAndTheSettingWhenAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = ports(taken.getLocalPort());
      assertThatThrownBy(() -> PortCheck.allFree(List.of(CERTIFICATE), ports))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("certificate")
          .hasMessageContaining("cocreation.port.certificate")
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void saysNothingWhenThePortsAreFree() throws Exception {
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = probe.getLocalPort();
    }
    assertThatCode(() -> PortCheck.allFree(List.of(CERTIFICATE), ports(free)))
        .doesNotThrowAnyException();
  }

  private static Ports ports(int certificate) {
    return Ports.of(
        Settings.load(
            Path.of("none"), Map.of(), Map.of("cocreation.port.certificate", "" + certificate)));
  }
}
