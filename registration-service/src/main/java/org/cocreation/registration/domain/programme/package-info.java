/** The room of the rules about programmes: the document, its checks and its revisions. */
@NullMarked
package org.cocreation.registration.domain.programme;

import org.jspecify.annotations.NullMarked;
