package org.cocreation.attendance.domain.sheet;

import org.cocreation.attendance.domain.roster.Roster;

/**
 * The documents that the sheets of sessions are made of.
 *
 * @param roster the people
 * @param imports the files that were sent, and what became of them
 * @param uploads the files themselves, while they are kept
 * @param observations whom the feeds saw
 * @param attendances what it comes to for each person
 * @param sheets how far each session has come
 * @param happenings the history
 */
public record Books(
    Roster roster,
    Imports imports,
    Uploads uploads,
    Observations observations,
    Attendances attendances,
    Sheets sheets,
    Happenings happenings) {}
