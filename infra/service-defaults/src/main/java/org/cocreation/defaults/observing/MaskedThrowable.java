package org.cocreation.defaults.observing;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception as it is logged: with masked messages, down to its causes. */
record MaskedThrowable(IThrowableProxy throwable) implements IThrowableProxy {

  static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable) {
    return throwable == null ? null : new MaskedThrowable(throwable);
  }

  @Override
  public @Nullable String getMessage() {
    return PersonalDataMask.maskedOrNull(throwable.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return PersonalDataMask.maskedOrNull(throwable.getOverridingMessage());
  }

  @Override
  public String getClassName() {
    return throwable.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return throwable.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return throwable.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(throwable.getCause());
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Arrays.stream(throwable.getSuppressed())
        .map(MaskedThrowable::new)
        .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return throwable.isCyclic();
  }
}
