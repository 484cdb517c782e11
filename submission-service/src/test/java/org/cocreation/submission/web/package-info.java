/** Tests of the web's own parts. */
@NullMarked
package org.cocreation.submission.web;

import org.jspecify.annotations.NullMarked;
