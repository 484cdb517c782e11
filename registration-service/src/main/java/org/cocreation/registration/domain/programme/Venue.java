package org.cocreation.registration.domain.programme;

/**
 * Where a session is held: the building, the place it is in, and the number of seats for
 * participants.
 */
public record Venue(String name, String place, int seats) {}
