/** The platform's processes: the table of them, starting, watching and stopping them. */
@NullMarked
package org.cocreation.launcher.process;

import org.jspecify.annotations.NullMarked;
