/** The identity provider's room: OpenID Connect with demonstration accounts, for one machine. */
@NullMarked
package org.cocreation.embedded.identity;

import org.jspecify.annotations.NullMarked;
