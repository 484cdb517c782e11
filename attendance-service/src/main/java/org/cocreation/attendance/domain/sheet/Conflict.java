package org.cocreation.attendance.domain.sheet;

import org.cocreation.attendance.domain.Bilingual;

/**
 * Evidence that does not go together. Shown, never hidden, and never decided by the machine.
 *
 * @param kind its name on the wire
 * @param detail a sentence about it
 */
public record Conflict(String kind, Bilingual detail) {}
