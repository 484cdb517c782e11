package org.cocreation.submission.domain.people;

import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Wording;

/**
 * What this service knows of a programme, from registration's events; the newest revision wins.
 *
 * @param timeZone IANA name; decides what a person reads as a date
 */
public record Programme(ProgrammeId id, int revision, Wording title, String timeZone) {}
