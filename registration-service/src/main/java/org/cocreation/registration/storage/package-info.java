/** The room of the store: keeps programmes, places, registrations and claims in MongoDB. */
@NullMarked
package org.cocreation.registration.storage;

import org.jspecify.annotations.NullMarked;
