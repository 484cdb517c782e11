package org.cocreation.launcher.access;

import java.net.URI;
import java.net.http.HttpRequest;
import org.cocreation.launcher.Failure;

/** What the launcher itself asks of the platform's public interface. */
public final class PublicApi {

  private final JsonCalls calls;

  /** Calls the platform at this address. */
  public PublicApi(URI base) {
    this.calls = new JsonCalls(base);
  }

  /** Whether any programme is set up. */
  public boolean hasProgrammes() {
    Answer answer = calls.ask(calls.request("/api/registration/programmes?limit=1").GET().build());
    return answer.ok() && !answer.body().path("items").isEmpty();
  }

  /**
   * Sets a programme up, or changes it.
   *
   * @throws Failure when it is refused, with the field at fault where one is named
   */
  public void put(ProgrammeFile programme, String token) {
    Answer answer =
        calls.ask(
            calls
                .jsonRequest("/api/registration/programmes/" + programme.id())
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofString(programme.json()))
                .build());
    if (!answer.ok()) {
      throw new Failure("The programme " + programme.id() + " was refused: " + answer.explained());
    }
  }
}
