/** The web face of the platform: it assembles pages from the five services and owns no facts. */
@NullMarked
package org.cocreation.portal;

import org.jspecify.annotations.NullMarked;
