package org.cocreation.defaults.security;

import jakarta.servlet.DispatcherType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.cocreation.defaults.problems.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * One filter chain for all: tokens for staff, personal links for participants, and no for
 * everything else.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration {

  private static final Set<String> STAFF =
      Set.of(Roles.COORDINATOR, Roles.COMMITTEE, Roles.ADMINISTRATOR);

  /** Open to whoever reaches the port: probes, metrics and the description of the interface. */
  private static final String[] OPEN = {
    "/actuator/health",
    "/actuator/health/**",
    "/actuator/info",
    "/actuator/prometheus",
    "/v3/api-docs",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml"
  };

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder defaultsTokenDecoder(SecuritySettings settings) {
    return new StaffTokens(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role(Roles.ADMINISTRATOR)
        .implies(Roles.COORDINATOR, Roles.COMMITTEE)
        .build();
  }

  /** Every security filter would be a span and two figures of its own in each request. */
  @Bean
  @ConditionalOnMissingBean
  static SecurityObservationSettings noSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain defaultsFilterChain(
      HttpSecurity http,
      JwtDecoder staffTokens,
      ObjectProvider<AccessRules> rules,
      ObjectProvider<PersonalLinks> links,
      Problems problems) {
    SecurityProblems told = new SecurityProblems(problems);
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(told).accessDeniedHandler(told))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(told)
                    .accessDeniedHandler(told)
                    .jwt(jwt -> jwt.decoder(staffTokens).jwtAuthenticationConverter(roles()))
                    .withObjectPostProcessor(
                        new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                          @Override
                          public <F extends BearerTokenAuthenticationFilter> F postProcess(
                              F filter) {
                            filter.setAuthenticationFailureHandler(told);
                            return filter;
                          }
                        }));
    PersonalLinks personalLinks = links.getIfAvailable();
    if (personalLinks != null) {
      http.addFilterAfter(
          new PersonalLinkFilter(personalLinks, problems), BearerTokenAuthenticationFilter.class);
    }
    http.authorizeHttpRequests(
        requests -> {
          requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
          requests.requestMatchers(HttpMethod.GET, OPEN).permitAll();
          requests.requestMatchers("/actuator/**").hasRole(Roles.ADMINISTRATOR);
          rules.orderedStream().forEach(rule -> rule.apply(requests));
          requests.anyRequest().denyAll();
        });
    return http.build();
  }

  private static JwtAuthenticationConverter roles() {
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(SecurityAutoConfiguration::rolesOf);
    return converter;
  }

  /** The claim {@code roles}; what is not a role of staff is nothing. */
  private static Collection<GrantedAuthority> rolesOf(Jwt token) {
    List<String> roles = token.getClaimAsStringList("roles");
    return roles == null
        ? List.of()
        : roles.stream()
            .map(role -> role.toUpperCase(Locale.ROOT))
            .filter(STAFF::contains)
            .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
            .toList();
  }
}
