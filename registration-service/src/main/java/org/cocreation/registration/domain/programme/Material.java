package org.cocreation.registration.domain.programme;

/** A recording, presentation or link that stays available to everybody. */
public record Material(String title, String url) {}
