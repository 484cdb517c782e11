package org.cocreation.messaging;

/** Why a record went to the dead letters. */
enum Reason {
  /** A CloudEvents header is missing or makes no sense, or the type has no place on that topic. */
  BAD_HEADERS("bad-headers"),
  /** The fact is known, this version of it is not. */
  UNKNOWN_VERSION("unknown-version"),
  /** There is no value, and no tombstone is expected there. */
  NO_VALUE("no-value"),
  /** The value is not the JSON that the consumer reads. */
  UNREADABLE_BODY("unreadable-body"),
  /** The handler refused it. */
  HANDLER_FAILED("handler-failed");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
