/** The platform as a program outside it sees it: signing in and calling the public interface. */
@NullMarked
package org.cocreation.launcher.access;

import org.jspecify.annotations.NullMarked;
