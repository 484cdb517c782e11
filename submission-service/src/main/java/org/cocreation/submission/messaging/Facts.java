package org.cocreation.submission.messaging;

import org.cocreation.messaging.Announcement;

/** Where this service's facts go and what they are called there. */
final class Facts {

  static final String TOPIC = "submission.events";

  private Facts() {}

  static Announcement of(String fact, String key, Object body) {
    return new Announcement(TOPIC, "org.cocreation.submission." + fact + ".v1", key, body);
  }

  static IllegalStateException unknown(Object event) {
    return new IllegalStateException("Nobody announces " + event.getClass().getSimpleName());
  }
}
