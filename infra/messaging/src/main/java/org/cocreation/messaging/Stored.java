package org.cocreation.messaging;

/**
 * An aggregate as stored.
 *
 * @param version 1 at the first write, one more with each change; serves as ETag
 */
public record Stored<S>(S state, long version) {}
