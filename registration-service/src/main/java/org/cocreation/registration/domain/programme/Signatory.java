package org.cocreation.registration.domain.programme;

/** Who signs the certificates, and as what. */
public record Signatory(String name, String title) {}
