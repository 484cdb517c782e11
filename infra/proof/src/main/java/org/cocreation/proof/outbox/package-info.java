/** The messaging library alone, in a process of its own, beside the same work done by hand. */
@NullMarked
package org.cocreation.proof.outbox;

import org.jspecify.annotations.NullMarked;
