package org.cocreation.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cocreation.launcher.Failure;

/**
 * Held by the one launcher that runs this platform. The operating system gives it free when that
 * launcher ends, however it ends.
 */
public final class PlatformLock implements AutoCloseable {

  private final FileChannel channel;

  private PlatformLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty when another launcher has it. */
  public static Optional<PlatformLock> take(Path directory) {
    FileChannel channel = null;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new PlatformLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      closed(channel);
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure("The lock in " + directory + " cannot be taken", e);
    }
  }

  /** Whether a launcher has it now. */
  public static boolean isTaken(Path directory) {
    Optional<PlatformLock> taken = take(directory);
    taken.ifPresent(PlatformLock::close);
    return taken.isEmpty();
  }

  /** Whether it is still held. */
  public boolean isValid() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    closed(channel);
  }

  private static void closed(@org.jspecify.annotations.Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new Failure("The platform's lock cannot be given back", e);
      }
    }
  }
}
