/** A domain that knows an adapter. */
@NullMarked
package org.cocreation.testing.rules.planted.adapterindomain.domain;

import org.jspecify.annotations.NullMarked;
