package org.cocreation.launcher.command;

import java.net.URI;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.launcher.process.Surroundings;

/** How a command comes to act for a member of staff. */
final class Staff {

  private Staff() {}

  /** The token that was set, or one of the embedded provider's demonstration account. */
  static String token(Surroundings at, String account) {
    return at.settings()
        .find("cocreation.token")
        .orElseGet(
            () -> {
              if (at.settings().find("cocreation.issuer").isPresent()) {
                throw new Failure(
                    "Set COCREATION_TOKEN to an access token of your identity provider");
              }
              return new SignIn(URI.create(at.issuer())).accessToken(account, account);
            });
  }
}
