package org.cocreation.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void picksTheLinesThatSayWhyAProcessEndedOfItsLastRunOnly() throws Exception {
    Path file = directory.resolve("x.log");
    Files.writeString(file, "INFO started\nERROR an old fault\n");
    LogFile log = new LogFile(file);
    long start = log.length();
    Files.writeString(
        file,
        """
        INFO started
        ERROR an old fault
        INFO started
        WARN odd
        java.lang.IllegalStateException: no key
        \tat a.B.c(B.java:1)
        \t... 3 more
        bye
        """);
    assertThat(log.reason(start, 8)).containsExactly("java.lang.IllegalStateException: no key");
  }

  @Test
  void givesTheLastLinesWhenNoneSpeaksOfAFault() throws Exception {
    Path file = directory.resolve("x.log");
    Files.writeString(file, "one\ntwo\nthree\n");
    assertThat(new LogFile(file).reason(0, 2)).containsExactly("two", "three");
    assertThat(new LogFile(directory.resolve("none.log")).reason(0, 2)).isEmpty();
  }

  @Test
  void turnsALongLogAndKeepsTheOneBefore() throws Exception {
    Path file = directory.resolve("x.log");
    Files.write(file, new byte[11 << 20]);
    new LogFile(file).turn();
    assertThat(Files.exists(file)).isFalse();
    assertThat(Files.size(directory.resolve("x.log.1"))).isEqualTo(11 << 20);
  }
}
