/** Who is asking, and whether they may: staff by token, participants by personal link. */
@NullMarked
package org.cocreation.defaults.security;

import org.jspecify.annotations.NullMarked;
