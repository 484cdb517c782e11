/**
 * Measures how fast the platform is and what it costs, each figure beside what it is held against,
 * in one run on the same broker and store.
 */
@NullMarked
package org.cocreation.proof.speed;

import org.jspecify.annotations.NullMarked;
