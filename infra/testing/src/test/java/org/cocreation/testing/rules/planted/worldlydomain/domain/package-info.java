/** A domain that looks at the world. */
@NullMarked
package org.cocreation.testing.rules.planted.worldlydomain.domain;

import org.jspecify.annotations.NullMarked;
