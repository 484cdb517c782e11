package org.cocreation.embedded.mailbox;

import java.time.Instant;

/**
 * What the mailbox knows of a message without opening it.
 *
 * @param id rises with the order of arrival, also as text, and is never given twice
 * @param size of the message in bytes, without what the mailbox added
 */
record KeptMessage(String id, Instant receivedAt, Envelope envelope, String subject, long size) {}
