package org.cocreation.registration.domain.registration;

import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Standing;

/**
 * What a person wants of one session and what came of it, as it is announced; online there is a
 * seat for everybody.
 */
public record SettledChoice(SessionId sessionId, Mode mode, Standing standing) {}
