/** What all services say in their OpenAPI documents. */
@NullMarked
package org.cocreation.defaults.openapi;

import org.jspecify.annotations.NullMarked;
