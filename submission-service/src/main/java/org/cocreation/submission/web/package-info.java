/** The room of HTTP: controllers, views and problems. */
@NullMarked
package org.cocreation.submission.web;

import org.jspecify.annotations.NullMarked;
