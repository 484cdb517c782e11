package org.cocreation.defaults.idempotency;

import java.util.Map;

/** An answer as it is kept and given again. */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
record Answer(int status, Map<String, String> headers, byte[] body) {

  Answer {
    headers = Map.copyOf(headers);
  }
}
