/**
 * The mailbox's room: takes every e-mail that the platform sends and shows it, bounded, on one
 * machine.
 */
@NullMarked
package org.cocreation.embedded.mailbox;

import org.jspecify.annotations.NullMarked;
