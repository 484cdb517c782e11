/**
 * Breaks a platform of its own in every way that it must survive, while people use it, and audits
 * afterwards what it had acknowledged.
 */
@NullMarked
package org.cocreation.proof.faults;

import org.jspecify.annotations.NullMarked;
