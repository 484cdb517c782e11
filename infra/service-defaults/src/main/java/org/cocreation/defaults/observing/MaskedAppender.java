package org.cocreation.defaults.observing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Hands masked events to the appender behind it, be it plain or structured, console or file. */
final class MaskedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private static final String PREFIX = "masked-";
  private final Appender<ILoggingEvent> behind;

  MaskedAppender(Appender<ILoggingEvent> behind) {
    this.behind = behind;
    setName(PREFIX + behind.getName());
    setContext(behind.getContext());
  }

  @Override
  protected void append(ILoggingEvent event) {
    behind.doAppend(new MaskedEvent(event));
  }

  @Override
  public void stop() {
    super.stop();
    behind.stop();
  }
}
