/**
 * Registration: programmes, sessions, participants, places and waiting lists; this package
 * assembles the rooms.
 */
@NullMarked
package org.cocreation.registration;

import org.jspecify.annotations.NullMarked;
