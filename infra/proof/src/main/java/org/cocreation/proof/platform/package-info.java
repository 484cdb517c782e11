/**
 * What the proofs share: a platform of a proof's own, kept apart from any that runs here, and the
 * processes that the proof itself keeps.
 */
@NullMarked
package org.cocreation.proof.platform;

import org.jspecify.annotations.NullMarked;
