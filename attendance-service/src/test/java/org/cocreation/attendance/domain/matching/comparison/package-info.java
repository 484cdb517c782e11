/**
 * Compares the rules of matching with similarity matching on the same invented people, of whom it
 * is known who was there.
 */
@NullMarked
package org.cocreation.attendance.domain.matching.comparison;

import org.jspecify.annotations.NullMarked;
