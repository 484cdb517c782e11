/**
 * What a feed gives, whatever its format: sightings, lines set aside and problems by row and
 * column.
 */
@NullMarked
package org.cocreation.attendance.domain.feeds;

import org.jspecify.annotations.NullMarked;
