/**
 * What every service's web face shares: security, problems, paging, health and the way errors are
 * told.
 */
@NullMarked
package org.cocreation.defaults;

import org.jspecify.annotations.NullMarked;
