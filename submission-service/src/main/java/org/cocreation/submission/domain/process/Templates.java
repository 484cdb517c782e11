package org.cocreation.submission.domain.process;

import java.util.Optional;
import org.cocreation.submission.domain.Refusal;

/** The forms that ship with the service. */
public interface Templates {

  Optional<Template> find(Template.Kind kind, int version);

  /** The newest version of a form. */
  int latest(Template.Kind kind);

  /** A version that something was written under, so it must be there. */
  default Template of(Template.Kind kind, int version) {
    return find(kind, version).orElseThrow(() -> Refusal.unknown("template version"));
  }
}
