/** Where completions and copies of programmes are kept. */
@NullMarked
package org.cocreation.certificate.storage;

import org.jspecify.annotations.NullMarked;
