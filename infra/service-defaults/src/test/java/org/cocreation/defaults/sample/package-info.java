/** A small service that uses every default. */
@NullMarked
package org.cocreation.defaults.sample;

import org.jspecify.annotations.NullMarked;
