package org.cocreation.testing.rules.planted.loud.web;

/** Planted. */
final class Loud {

  private Loud() {}

  @SuppressWarnings("SystemOut")
  static void speak() {
    System.out.println("hello");
  }
}
