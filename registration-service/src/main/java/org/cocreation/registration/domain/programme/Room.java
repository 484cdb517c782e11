package org.cocreation.registration.domain.programme;

/**
 * The web-conference room of a session; its address is told only to those who chose to be online,
 * and to staff.
 */
public record Room(String url) {}
