package org.cocreation.submission.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.cocreation.submission.domain.consultation.PlainText;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Plain text by the OWASP sanitizer with no element allowed, taken again until nothing more goes
 * (markup hidden in entities comes to light only then); control characters and direction marks go
 * too. Readers still escape it when they show it.
 */
@Component
final class SanitisedText implements PlainText {

  private static final PolicyFactory NOTHING_ALLOWED = new HtmlPolicyBuilder().toFactory();
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t\\u200d]]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
  private static final int TIMES = 8;

  @Override
  public String of(String text) {
    String clean = UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
    for (int i = 0; i < TIMES; i++) {
      String next = HtmlUtils.htmlUnescape(NOTHING_ALLOWED.sanitize(clean));
      if (next.equals(clean)) {
        break;
      }
      clean = next;
    }
    return BLANK_LINES
        .matcher(Normalizer.normalize(UNSEEN.matcher(clean).replaceAll(""), Normalizer.Form.NFC))
        .replaceAll("\n\n")
        .strip();
  }
}
