/** A web room that knows store and broker. */
@NullMarked
package org.cocreation.testing.rules.planted.storeinweb.web;

import org.jspecify.annotations.NullMarked;
