package org.cocreation.proof.faults;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the portal shows to everybody: how many of a programme have reached each stage. */
final class LivePage {

  private static final Pattern STAGE =
      Pattern.compile("data-stage=\"(\\w+)\"[^>]*>\\s*<span class=\"count\">(\\d+)<");

  private LivePage() {}

  /** The page's counts by stage, as it is now; empty when it can't be had. */
  static Map<String, Integer> counts(Client portal, String programme, double patience) {
    return counts(
        portal
            .ask(
                Client.Caller.PUBLIC,
                "GET",
                "/programmes/" + programme + "/live",
                null,
                "",
                java.util.Set.of(),
                patience)
            .text());
  }

  static Map<String, Integer> counts(String page) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher stages = STAGE.matcher(page);
    while (stages.find()) {
      counts.put(stages.group(1), Integer.valueOf(stages.group(2)));
    }
    return counts;
  }
}
