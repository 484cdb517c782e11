/** A domain that knows a framework. */
@NullMarked
package org.cocreation.testing.rules.planted.springydomain.domain;

import org.jspecify.annotations.NullMarked;
