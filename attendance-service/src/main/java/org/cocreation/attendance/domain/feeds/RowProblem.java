package org.cocreation.attendance.domain.feeds;

/**
 * A row that could not be read. The others are none the worse for it. Never quotes a name or an
 * address.
 *
 * @param row the line of the file, the first being 1
 * @param column the column's header, or a description of it
 * @param expected what should have stood there
 * @param detail a sentence to act on
 */
public record RowProblem(int row, String column, String expected, String detail) {}
