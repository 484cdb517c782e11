package org.cocreation.certificate.domain;

/**
 * A session's attendance counts (rule 4 of the domain).
 *
 * @param sessionId the session that was closed
 * @param revision how often its attendance had been closed then; the latest wins
 */
public record Closing(String sessionId, int revision) {}
