/** What handler methods take from a request, and the limits of one. */
@NullMarked
package org.cocreation.defaults.requests;

import org.jspecify.annotations.NullMarked;
