package org.cocreation.messaging;

/** Whose outbox it is. */
record OutboxAddress(String collection, String id) {}
