package org.cocreation.certificate.domain;

/** What made a completion be judged anew. */
public enum Occasion {
  ATTENDANCE("After a correction", "Tras una corrección"),
  PROGRAMME("After a change of the programme", "Tras un cambio del programa"),
  /** A coordinator lifted a revocation and the ground is looked at again. */
  LIFTING("Today", "Hoy");

  private final String english;
  private final String spanish;

  Occasion(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  String english() {
    return english;
  }

  String spanish() {
    return spanish;
  }
}
