/**
 * Holds a service to the contracts: what it sends is valid, what it reads is understood, and its
 * wiring is as declared.
 */
@NullMarked
package org.cocreation.testing.contracts;

import org.jspecify.annotations.NullMarked;
