package org.cocreation.submission.domain.process;

import org.cocreation.submission.domain.Wording;

/** A basic criterion that a note meets or doesn't (rule 7). */
public record Gate(String id, Wording text) {}
