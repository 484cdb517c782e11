package org.cocreation.defaults;

/**
 * The roles of the domain, as Spring Security's {@code hasRole} takes them. An administrator is
 * everything but a participant.
 */
public final class Roles {

  public static final String COORDINATOR = "COORDINATOR";
  public static final String COMMITTEE = "COMMITTEE";
  public static final String ADMINISTRATOR = "ADMINISTRATOR";

  /** Whoever holds a personal link. */
  public static final String PARTICIPANT = "PARTICIPANT";

  private Roles() {}
}
