package org.cocreation.embedded.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The sign-ins that can still be prolonged or revoked, the newest {@value #KEPT} of them, in
 * memory. A restart forgets them: access tokens stay good until they expire, then people sign in
 * again.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

  static final int KEPT = 2_000;

  private final InMemoryOAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();
  private final Map<String, OAuth2Authorization> inOrder = new LinkedHashMap<>();

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    kept.save(authorization);
    inOrder.put(authorization.getId(), authorization);
    if (inOrder.size() > KEPT) {
      remove(inOrder.values().iterator().next());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    OAuth2Authorization current = inOrder.remove(authorization.getId());
    kept.remove(current == null ? authorization : current);
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return kept.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return kept.findByToken(token, tokenType);
  }
}
