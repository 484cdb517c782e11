/** The HTTP face: endpoints, their views, and problems for people. */
@NullMarked
package org.cocreation.attendance.web;

import org.jspecify.annotations.NullMarked;
