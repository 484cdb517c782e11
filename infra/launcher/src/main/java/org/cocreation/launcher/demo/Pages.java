package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;

/** Reads lists that come in pages. */
final class Pages {

  private Pages() {}

  /** All items of a list, from the first page to the last. */
  static List<JsonNode> all(Api api, Caller caller, String path) {
    List<JsonNode> items = new ArrayList<>();
    String after = "";
    while (true) {
      String separator = path.contains("?") ? "&" : "?";
      String cursor =
          after.isEmpty()
              ? ""
              : "&after="
                  + java.net.URLEncoder.encode(after, java.nio.charset.StandardCharsets.UTF_8);
      JsonNode page = api.get(caller, path + separator + "limit=200" + cursor);
      page.get("items").forEach(items::add);
      after = page.path("next").asString("");
      if (after.isEmpty()) {
        return items;
      }
    }
  }
}
