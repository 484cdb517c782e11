/** Tests of the whole service and of its shape. */
@NullMarked
package org.cocreation.registration;

import org.jspecify.annotations.NullMarked;
