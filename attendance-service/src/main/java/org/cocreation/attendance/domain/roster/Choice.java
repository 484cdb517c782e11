package org.cocreation.attendance.domain.roster;

/**
 * How a person said that they would take part in one session.
 *
 * @param sessionId the session
 * @param mode "online", "venue" or "none"
 * @param place "seat", "waiting" or "none"
 */
public record Choice(String sessionId, String mode, String place) {}
