package org.cocreation.submission.domain;

/**
 * One thing that is wrong with one field.
 *
 * @param field the path of the field as the caller wrote it, for example {@code content.problem}
 * @param expected what would have been right, for example {@code at most 150 words}
 * @param detail a sentence for the person who filled the field in
 */
public record Fault(String field, String expected, String detail) {}
