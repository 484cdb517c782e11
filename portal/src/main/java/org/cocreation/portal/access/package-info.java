/**
 * Who may see what: the staff's sign-in, the protection of forms, and the routes to the services.
 */
@NullMarked
package org.cocreation.portal.access;

import org.jspecify.annotations.NullMarked;
