package org.cocreation.defaults.security;

import java.util.List;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who showed a personal link. The link itself is not kept. */
final class PersonalLinkAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient LinkHolder holder;

  PersonalLinkAuthentication(LinkHolder holder) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + Roles.PARTICIPANT)));
    this.holder = holder;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public LinkHolder getPrincipal() {
    return holder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
