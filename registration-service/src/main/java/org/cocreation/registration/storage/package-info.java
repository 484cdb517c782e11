/** The room of the store: keeps programmes, places and registrations in MongoDB. */
@NullMarked
package org.cocreation.registration.storage;

import org.jspecify.annotations.NullMarked;
