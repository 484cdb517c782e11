package org.cocreation.defaults;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the client wrote it, for instance {@code choices.webinar-1}
 * @param expected what would have been right, for instance {@code one of online, venue, none}
 * @param detail a sentence that the person who fills the form can act on
 */
public record FieldProblem(String field, String expected, String detail) {}
