/** The room of the document store and of the documents that ship with the service. */
@NullMarked
package org.cocreation.submission.storage;

import org.jspecify.annotations.NullMarked;
