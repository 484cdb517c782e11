package org.cocreation.certificate.domain;

/** A coordinator asked for something that the state of a certificate does not allow. */
public final class CertificateRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Why {
    NO_CERTIFICATE,
    ALREADY_REVOKED,
    NOT_REVOKED
  }

  private final Why why;

  public CertificateRefusal(Why why) {
    super(why.name());
    this.why = why;
  }

  /** What stands against it. */
  public Why why() {
    return why;
  }
}
