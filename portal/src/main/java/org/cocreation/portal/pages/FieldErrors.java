package org.cocreation.portal.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.portal.services.Refused;

/** Turns a service's list of fields at fault into what a form shows beside each field. */
final class FieldErrors {

  private FieldErrors() {}

  /** The sentences by field; several about one field are joined. */
  static Map<String, String> byField(List<Refused.FieldError> errors) {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (Refused.FieldError error : errors) {
      if (error.field() != null) {
        String sentence =
            error.detail() != null ? error.detail() : String.valueOf(error.expected());
        sentences.merge(error.field(), sentence, (first, second) -> first + " " + second);
      }
    }
    return sentences;
  }
}
