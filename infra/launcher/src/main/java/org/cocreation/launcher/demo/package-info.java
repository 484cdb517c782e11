/**
 * The demonstration: plays Belize 2020 from registration to the published plan, through the public
 * interfaces only.
 */
@NullMarked
package org.cocreation.launcher.demo;

import org.jspecify.annotations.NullMarked;
