package org.cocreation.portal.services;

/**
 * A service can't be reached or answers that it can't work now; a page says so in that place and
 * shows the rest.
 */
public final class Away extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Away(String service, Throwable cause) {
    super(service + " is away", cause);
  }

  Away(String service) {
    super(service + " is away");
  }
}
