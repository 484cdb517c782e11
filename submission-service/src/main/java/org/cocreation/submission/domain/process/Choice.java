package org.cocreation.submission.domain.process;

import org.cocreation.submission.domain.Wording;

/** One code with what it says to people. */
public record Choice(String code, Wording title) {}
