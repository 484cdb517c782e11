package org.cocreation.embedded.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells MVStore how to keep what a table has under a {@link Key}. */
final class ValueType extends BasicDataType<byte[]> {

  static final ValueType INSTANCE = new ValueType();

  private static final int ARRAY_HEADER = 20;

  private ValueType() {}

  /** Bytes of heap; what is shared takes none. */
  @Override
  public int getMemory(byte[] value) {
    return PositionLength.isShared(value) ? 0 : ARRAY_HEADER + value.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] value) {
    buffer.putVarInt(value.length).put(value);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    int length = DataUtils.readVarInt(buffer);
    byte[] shared = PositionLength.read(buffer, length);
    if (shared != null) {
      return shared;
    }
    byte[] value = new byte[length];
    buffer.get(value);
    return value;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }
}
