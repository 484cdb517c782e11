/**
 * The pages: each is rendered on the server, works without JavaScript, and speaks the reader's
 * language.
 */
@NullMarked
package org.cocreation.portal.pages;

import org.jspecify.annotations.NullMarked;
