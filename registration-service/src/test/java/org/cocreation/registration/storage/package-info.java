/** Tests of how registration is kept, on the embedded store and on a real MongoDB. */
@NullMarked
package org.cocreation.registration.storage;

import org.jspecify.annotations.NullMarked;
