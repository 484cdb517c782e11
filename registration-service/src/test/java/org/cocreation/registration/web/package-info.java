/** Tests of small parts of the web face. */
@NullMarked
package org.cocreation.registration.web;

import org.jspecify.annotations.NullMarked;
