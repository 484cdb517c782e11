/** The live page: what the event streams say about each programme, counted as it happens. */
@NullMarked
package org.cocreation.portal.live;

import org.jspecify.annotations.NullMarked;
