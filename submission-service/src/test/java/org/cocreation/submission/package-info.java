/** The service as a whole, and the rules of the house. */
@NullMarked
package org.cocreation.submission;

import org.jspecify.annotations.NullMarked;
