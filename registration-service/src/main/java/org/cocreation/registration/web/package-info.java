/** The room of the web face: what the public, participants and staff ask for over HTTP. */
@NullMarked
package org.cocreation.registration.web;

import org.jspecify.annotations.NullMarked;
