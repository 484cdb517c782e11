package org.cocreation.messaging;

import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/** Gives an intake the records as they were polled: no header is converted, no value decoded. */
final class WholeRecords extends BatchMessagingMessageConverter {

  WholeRecords() {
    super(null);
    setRawRecordHeader(true);
  }

  @Override
  public String toString() {
    return "whole records";
  }
}
