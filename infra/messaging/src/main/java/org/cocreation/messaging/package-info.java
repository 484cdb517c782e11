/**
 * How one fact travels: saved with its aggregate, sent by the relay, taken in exactly once in
 * effect.
 */
@NullMarked
package org.cocreation.messaging;

import org.jspecify.annotations.NullMarked;
