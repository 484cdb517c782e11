package org.cocreation.registration.domain.registration;

/**
 * A new personal link: what is kept of it and what is sent of it. The token itself is nowhere.
 *
 * @param hash lower-case hex SHA-256 of the token
 * @param sealed the token under the platform's link key, for the one who writes the e-mail
 */
public record IssuedLink(String hash, String sealed) {}
