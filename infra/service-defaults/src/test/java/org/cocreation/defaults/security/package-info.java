/** Where the keys of tokens come from, and when. */
@NullMarked
package org.cocreation.defaults.security;

import org.jspecify.annotations.NullMarked;
