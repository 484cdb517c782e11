package org.cocreation.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

  private final ValueType type = ValueType.INSTANCE;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 255, 256, 70_000})
  void anEntrySaysWhereItsDocumentIs(int length) {
    Key position = KeyWriter.of("x".repeat(length));
    Key entry = new KeyWriter().append("value", true).append(position).key();

    byte[] read = readBack(PositionLength.of(position));

    assertThat(PositionLength.positionIn(entry, read)).isEqualTo(position);
  }

  @Test
  void anEntryOfTheFormatBeforeSaysItToo() {
    Key position = KeyWriter.of("somebody");

    byte[] read = readBack(position.bytes);

    assertThat(PositionLength.positionIn(new Key(new byte[] {1, 2, 3}), read)).isEqualTo(position);
  }

  @Test
  void whatIsSharedIsReadAsTheSameArrayAndCountsNothing() {
    byte[] value = PositionLength.of(KeyWriter.of("somebody"));

    assertThat(readBack(value)).isSameAs(value);
    assertThat(type.getMemory(value)).isZero();
    assertThat(type.getMemory(new byte[4_000])).isGreaterThan(4_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 5_000})
  void anythingElseIsReadAsItWasWritten(int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 7);

    assertThat(readBack(value)).isEqualTo(value);
  }

  /** With something behind it, of which nothing may be read. */
  private byte[] readBack(byte[] value) {
    WriteBuffer written = new WriteBuffer();
    type.write(written, value);
    int end = written.position();
    written.put((byte) 99);
    ByteBuffer buffer = written.getBuffer().flip();
    byte[] read = type.read(buffer);
    assertThat(buffer.position()).isEqualTo(end);
    return read;
  }
}
