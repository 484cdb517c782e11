package org.cocreation.submission.domain;

/**
 * A state together with the version that an editor must have seen to change it.
 *
 * @param version rises with every write
 */
public record Versioned<S>(S state, long version) {}
