package org.cocreation.defaults.idempotency;

import org.cocreation.defaults.KeyedRequest;

/** What became of the attempt to be the one who carries out a request. */
sealed interface Claim {

  /** The request is this caller's to carry out; the ticket proves it. */
  record Granted(String ticket, KeyedRequest request) implements Claim {}

  /** It was carried out before. */
  record Answered(Answer answer) implements Claim {}

  /** Somebody is carrying it out. */
  record InProgress() implements Claim {}

  /** The key stands for another request. */
  record OtherRequest() implements Claim {}
}
