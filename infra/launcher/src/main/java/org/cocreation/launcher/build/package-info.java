/**
 * From sources to programs that start fast: what is stale, how it is built, unpacked and archived.
 */
@NullMarked
package org.cocreation.launcher.build;

import org.jspecify.annotations.NullMarked;
