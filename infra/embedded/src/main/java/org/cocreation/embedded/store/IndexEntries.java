package org.cocreation.embedded.store;

import java.util.Set;

/**
 * What one document has in one index.
 *
 * @param values the values that it is found by
 * @param keys the keys of its entries; none if the index leaves it out
 */
record IndexEntries(IndexedValues values, Set<Key> keys) {}
