/**
 * The room of the rules: ids, refusals and what a decision comes to; the concepts have packages of
 * their own.
 */
@NullMarked
package org.cocreation.registration.domain;

import org.jspecify.annotations.NullMarked;
