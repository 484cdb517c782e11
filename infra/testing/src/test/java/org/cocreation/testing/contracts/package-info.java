/** Shows that the contract assertions catch what they are there for. */
@NullMarked
package org.cocreation.testing.contracts;

import org.jspecify.annotations.NullMarked;
