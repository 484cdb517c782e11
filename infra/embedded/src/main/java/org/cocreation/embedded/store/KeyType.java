package org.cocreation.embedded.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells MVStore how to keep and compare a {@link Key}: as its bytes, unsigned. */
final class KeyType extends BasicDataType<Key> {

  static final KeyType INSTANCE = new KeyType();

  private static final int OBJECT_AND_ARRAY_HEADER = 40;

  private KeyType() {}

  @Override
  public int getMemory(Key key) {
    return OBJECT_AND_ARRAY_HEADER + key.bytes.length;
  }

  @Override
  public void write(WriteBuffer buffer, Key key) {
    buffer.putVarInt(key.bytes.length).put(key.bytes);
  }

  @Override
  public Key read(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return new Key(bytes);
  }

  @Override
  public Key[] createStorage(int size) {
    return new Key[size];
  }

  @Override
  public int compare(Key one, Key other) {
    return one.compareTo(other);
  }
}
