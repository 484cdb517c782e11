/**
 * The rules of attendance, in the JDK's terms only; here stand the words that all its concepts
 * share.
 */
@NullMarked
package org.cocreation.attendance.domain;

import org.jspecify.annotations.NullMarked;
