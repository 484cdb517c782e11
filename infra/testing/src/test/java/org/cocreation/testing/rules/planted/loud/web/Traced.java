package org.cocreation.testing.rules.planted.loud.web;

/** Planted. */
final class Traced {

  private Traced() {}

  static void speak(Exception e) {
    e.printStackTrace();
  }
}
