package org.cocreation.registration.domain.programme;

import org.jspecify.annotations.Nullable;

/** A text in English and, where somebody has written it, in Spanish. */
public record Translated(String en, @Nullable String es) {}
