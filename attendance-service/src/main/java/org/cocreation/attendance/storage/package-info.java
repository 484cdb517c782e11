/** The document store behind the ports of the domain. */
@NullMarked
package org.cocreation.attendance.storage;

import org.jspecify.annotations.NullMarked;
