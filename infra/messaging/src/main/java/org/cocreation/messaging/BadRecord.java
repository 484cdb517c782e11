package org.cocreation.messaging;

/** A record on its way to the dead letters. */
record BadRecord(IncomingRecord record, Reason reason, String detail) {}
