package org.cocreation.registration.domain.registration;

/** The language in which a person wants to be written to. */
public enum Language {
  EN,
  ES
}
