/** An adapter that knows another. */
@NullMarked
package org.cocreation.testing.rules.planted.chattyadapters.web;

import org.jspecify.annotations.NullMarked;
