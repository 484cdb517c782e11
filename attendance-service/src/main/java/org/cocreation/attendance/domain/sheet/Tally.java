package org.cocreation.attendance.domain.sheet;

/**
 * How many people of a session came to which outcome.
 *
 * @param attended who attended
 * @param notAttended who did not
 * @param unknown of whom it is not known
 */
public record Tally(int attended, int notAttended, int unknown) {}
