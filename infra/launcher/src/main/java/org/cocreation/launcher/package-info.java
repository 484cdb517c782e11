/** The platform command: what is asked for, where things are, and with which settings. */
@NullMarked
package org.cocreation.launcher;

import org.jspecify.annotations.NullMarked;
