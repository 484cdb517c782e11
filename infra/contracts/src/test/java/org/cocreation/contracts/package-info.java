/**
 * The checks that keep the contracts well formed, exemplified, wired, compatible and free of
 * personal data.
 */
@NullMarked
package org.cocreation.contracts;

import org.jspecify.annotations.NullMarked;
