package org.cocreation.certificate.domain;

/**
 * Somebody who signs the certificates of a programme.
 *
 * @param name the person
 * @param title the office in which they sign
 */
public record Signatory(String name, String title) {}
