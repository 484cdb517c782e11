/** Staff in tests: an identity provider in the test's own process, and its tokens. */
@NullMarked
package org.cocreation.testing.tokens;

import org.jspecify.annotations.NullMarked;
