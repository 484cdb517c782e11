/**
 * What the portal asks of the five services over HTTP, with only the fields that its pages show.
 */
@NullMarked
package org.cocreation.portal.services;

import org.jspecify.annotations.NullMarked;
