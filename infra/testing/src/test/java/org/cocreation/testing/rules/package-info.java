/** Shows that each rule catches what it is there for. */
@NullMarked
package org.cocreation.testing.rules;

import org.jspecify.annotations.NullMarked;
