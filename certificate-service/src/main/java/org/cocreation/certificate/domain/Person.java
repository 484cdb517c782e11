package org.cocreation.certificate.domain;

/**
 * Whose name goes on a certificate. Personal data: removed when the person is erased.
 *
 * @param name as the person wrote it
 * @param language in which the person reads
 */
public record Person(String name, Language language) {}
