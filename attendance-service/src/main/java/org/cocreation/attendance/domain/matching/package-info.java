/** Who a row of a feed is: names and addresses made comparable, exact matches, suggestions. */
@NullMarked
package org.cocreation.attendance.domain.matching;

import org.jspecify.annotations.NullMarked;
