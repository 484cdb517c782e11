package org.cocreation.portal.access;

import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.cocreation.portal.PortalProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may open which page.
 *
 * <p>Public pages need no account; a personal page is opened by its link alone; everything below
 * {@code /staff} needs a sign-in at the identity provider, whose tokens stay on the server.
 */
@Configuration(proxyBeanMethods = false)
class Access {

  // Signing out is a form whose answer leads on to the identity provider, and a browser asks for
  // leave there too.
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
          + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

  /**
   * The API: each service decides by the caller's own header; there is no session and so nothing to
   * forge.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, ClientRegistrationRepository providers, PortalProperties properties) {
    OidcClientInitiatedLogoutSuccessHandler signedOut =
        new OidcClientInitiatedLogoutSuccessHandler(providers);
    signedOut.setPostLogoutRedirectUri("{baseUrl}/");
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/staff/**")
                    .hasAnyRole("coordinator", "committee", "administrator")
                    .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .oauth2Login(
            login ->
                login
                    .loginPage("/oauth2/authorization/platform")
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfTheToken())))
        .oauth2Client(Customizer.withDefaults())
        .logout(logout -> logout.logoutSuccessHandler(signedOut))
        .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(POLICY + properties.signIn().issuer()))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** Every security filter would be a span and two figures of its own in each request. */
  @Bean
  static SecurityObservationSettings noSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** An address with an encoded slash is refused with our page instead of Tomcat's bare one. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedSlashes() {
    return factory ->
        factory.addConnectorCustomizers(
            connector ->
                connector.setEncodedSolidusHandling(
                    EncodedSolidusHandling.PASS_THROUGH.getValue()));
  }

  private static GrantedAuthoritiesMapper rolesOfTheToken() {
    return authorities -> {
      List<GrantedAuthority> roles = new ArrayList<>();
      for (GrantedAuthority authority : authorities) {
        if (authority instanceof OidcUserAuthority user) {
          List<String> named = user.getIdToken().getClaimAsStringList("roles");
          if (named != null) {
            named.forEach(role -> roles.add(new SimpleGrantedAuthority("ROLE_" + role)));
          }
        }
      }
      return roles;
    };
  }

  /**
   * The provider's addresses are asked for at the first sign-in, so the public pages do not wait
   * for it.
   */
  @Bean
  ClientRegistrationRepository identityProviders(PortalProperties properties) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(platform(properties.signIn())));
  }

  private static ClientRegistration platform(PortalProperties.SignIn signIn) {
    ClientRegistration.Builder client =
        ClientRegistrations.fromIssuerLocation(signIn.issuer().toString())
            .registrationId("platform")
            .clientName("Co-creation Platform")
            .clientId(signIn.clientId())
            .scope("openid", "profile");
    return signIn.clientSecret().isEmpty()
        ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
        : client.clientSecret(signIn.clientSecret()).build();
  }
}
