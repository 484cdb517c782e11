/** Holds the files of infra/deploy against the code, as far as that goes without running them. */
@NullMarked
package org.cocreation.testing.deploy;

import org.jspecify.annotations.NullMarked;
