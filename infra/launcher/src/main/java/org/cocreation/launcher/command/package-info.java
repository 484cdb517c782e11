/** One class for each thing that {@code platform} can be told to do. */
@NullMarked
package org.cocreation.launcher.command;

import org.jspecify.annotations.NullMarked;
