/** Runs inside every process that the launcher starts, so that none outlives the launcher. */
@NullMarked
package org.cocreation.launcher.guard;

import org.jspecify.annotations.NullMarked;
