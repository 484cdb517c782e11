package org.cocreation.notification.domain;

/**
 * How to reach somebody. Personal data: deleted when the person is erased.
 *
 * @param name as the person wrote it
 * @param email where e-mails go
 * @param language in which the person reads
 */
public record Contact(String name, String email, Language language) {}
