package org.cocreation.registration.domain;

/**
 * One thing wrong with what was sent.
 *
 * @param field the path of the field, as {@code sessions[1].startsAt}
 * @param expected what would have been right
 * @param detail a sentence for the person who sent it
 */
public record Fault(String field, String expected, String detail) {}
