package org.cocreation.submission.web;

import java.util.List;
import java.util.Map;
import org.cocreation.defaults.Translated;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.process.Choice;
import org.cocreation.submission.domain.process.Field;
import org.cocreation.submission.domain.process.Template;

/** Forms and code lists as they are shown. */
final class FormViews {

  private FormViews() {}

  static Translated words(Wording wording) {
    return new Translated(wording.en(), wording.es());
  }

  record FieldView(
      String name,
      Translated title,
      Translated help,
      int wordLimit,
      int maxCharacters,
      boolean required,
      boolean longText) {

    static FieldView of(Field field) {
      return new FieldView(
          field.name(),
          words(field.title()),
          words(field.help()),
          field.wordLimit(),
          field.maxCharacters(),
          field.required(),
          field.longText());
    }
  }

  record ChoiceView(String code, Translated title) {
    static ChoiceView of(Choice choice) {
      return new ChoiceView(choice.code(), words(choice.title()));
    }
  }

  record TemplateView(int version, List<FieldView> fields, Map<String, Object> schema) {
    static TemplateView of(Template template) {
      return new TemplateView(
          template.version(),
          template.fields().stream().map(FieldView::of).toList(),
          template.schema().values());
    }
  }
}
