/** Tests of the store and of what ships. */
@NullMarked
package org.cocreation.submission.storage;

import org.jspecify.annotations.NullMarked;
