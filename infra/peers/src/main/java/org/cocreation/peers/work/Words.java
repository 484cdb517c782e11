package org.cocreation.peers.work;

/** A text in both languages. */
public record Words(String en, String es) {}
