package org.cocreation.registration.domain.programme;

import org.cocreation.registration.domain.ProgrammeId;

/** A programme is new, or its document has changed. */
public record ProgrammeSet(ProgrammeId programmeId, int revision, ProgrammeDocument document) {}
