package org.cocreation.embedded.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cocreation.embedded.identity.IdentityProperties.Account;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Two clients, the demonstration accounts, and what their tokens say. Every client uses the
 * authorization code with PKCE; none gets a token by a password or by its own secret alone.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  /** The portal: a server that can keep a secret. */
  static final String PORTAL = "portal";

  /**
   * Programs on a person's own machine: no secret, a redirect to any port of the loopback address.
   */
  static final String PLATFORM_CLI = "platform-cli";

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    MediaTypeRequestMatcher browsers = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    browsers.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), browsers))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, SignInThrottle throttle) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", "/login", "/style.css", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .failureHandler(
                        (request, response, problem) ->
                            response.sendRedirect(
                                problem instanceof LockedException
                                    ? "/login?wait"
                                    : "/login?error")))
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    policy ->
                        policy.policyDirectives(
                            "default-src 'none'; style-src 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'")))
        .build();
  }

  @Bean
  SignInThrottle signInThrottle(Clock clock) {
    return new SignInThrottle(clock);
  }

  private static UserDetailsService accounts(IdentityProperties properties) {
    Map<String, Account> byName = byName(properties);
    return name -> {
      Account account = byName.get(name);
      if (account == null) {
        throw new UsernameNotFoundException("unknown account");
      }
      // The passwords are public, so hashing them would protect nothing.
      return User.withUsername(account.name())
          .password("{noop}" + account.password())
          .authorities(List.of())
          .build();
    };
  }

  @Bean
  AuthenticationProvider throttledSignIn(IdentityProperties properties, SignInThrottle throttle) {
    DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts(properties));
    return new AuthenticationProvider() {
      @Override
      public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        if (!throttle.waitFor(name).isZero()) {
          throw new LockedException("too many failures, wait");
        }
        try {
          Authentication done = passwords.authenticate(attempt);
          throttle.succeeded(name);
          return done;
        } catch (BadCredentialsException e) {
          throttle.failed(name);
          throw e;
        }
      }

      @Override
      public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
      }
    };
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new RecentAuthorizations();
  }

  @Bean
  RegisteredClientRepository clients(IdentityProperties properties) {
    TokenSettings tokens =
        TokenSettings.builder()
            .accessTokenTimeToLive(properties.accessTokens())
            .refreshTokenTimeToLive(properties.refreshTokens())
            .authorizationCodeTimeToLive(Duration.ofMinutes(1))
            .reuseRefreshTokens(false)
            .build();
    ClientSettings proofKey =
        ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build();
    RegisteredClient portal =
        RegisteredClient.withId(PORTAL)
            .clientId(PORTAL)
            .clientSecret("{noop}" + properties.portalSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri(properties.portalUrl() + "/login/oauth2/code/platform")
            .postLogoutRedirectUri(properties.portalUrl() + "/")
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(proofKey)
            .tokenSettings(tokens)
            .build();
    RegisteredClient platformCli =
        RegisteredClient.withId(PLATFORM_CLI)
            .clientId(PLATFORM_CLI)
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://127.0.0.1/callback")
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(proofKey)
            .tokenSettings(tokens)
            .build();
    return new InMemoryRegisteredClientRepository(portal, platformCli);
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(IdentityProperties properties, Clock clock) {
    SigningKeys keys =
        SigningKeys.open(
            properties.dir().resolve("keys"),
            properties.rotateKey(),
            properties.accessTokens().plus(properties.refreshTokens()),
            clock);
    return new ImmutableJWKSet<>(keys.all());
  }

  @Bean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(signingKeys);
    encoder.setJwkSelector(keys -> keys.get(0));
    return encoder;
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProperties properties) {
    Map<String, Account> byName = byName(properties);
    return context -> {
      Authentication principal = context.getPrincipal();
      Account account = principal == null ? null : byName.get(principal.getName());
      boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
      boolean identity = OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
      if (account == null || (!access && !identity)) {
        return;
      }
      context.getClaims().claim("name", account.displayName()).claim("roles", account.roles());
      if (access) {
        context.getClaims().audience(List.of(properties.audience()));
      } else {
        context.getClaims().claim("preferred_username", account.name());
      }
    };
  }

  private static Map<String, Account> byName(IdentityProperties properties) {
    return properties.accounts().stream()
        .collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
  }
}
