package org.cocreation.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the portal is told about its surroundings; every key has a default that fits the embedded
 * platform.
 *
 * @param publicUrl the address under which people open the portal
 * @param services where each service answers
 * @param answerWithin how long a page waits for one service before it says that this part is away
 * @param workWithin how long a page waits for what takes a service longer: a list of attendance to
 *     be read or brought in
 * @param live the live page
 * @param signIn the identity provider that staff sign in with
 */
@Validated
@ConfigurationProperties("cocreation")
public record PortalProperties(
    @NotNull @DefaultValue("http://localhost:8080") URI publicUrl,
    @Valid @DefaultValue Services services,
    @NotNull @DefaultValue("4s") Duration answerWithin,
    @NotNull @DefaultValue("60s") Duration workWithin,
    @Valid @DefaultValue Live live,
    @Valid @DefaultValue SignIn signIn) {

  /** Where each service answers; the name is the first segment behind {@code /api}. */
  public record Services(
      @NotNull @DefaultValue("http://localhost:8081") URI registration,
      @NotNull @DefaultValue("http://localhost:8082") URI attendance,
      @NotNull @DefaultValue("http://localhost:8083") URI certificate,
      @NotNull @DefaultValue("http://localhost:8084") URI submission,
      @NotNull @DefaultValue("http://localhost:8085") URI notification) {

    /** Each service's address by the name that its paths begin with. */
    public Map<String, URI> byName() {
      return Map.of(
          "registration", registration,
          "attendance", attendance,
          "certificate", certificate,
          "submission", submission,
          "notification", notification);
    }
  }

  /**
   * The live page.
   *
   * @param viewers how many people may watch at once; one more is told to reload later
   * @param every the shortest time between two pushes to a viewer
   */
  public record Live(
      @DefaultValue("500") int viewers, @NotNull @DefaultValue("250ms") Duration every) {}

  /**
   * The identity provider that staff sign in with, by OpenID Connect.
   *
   * @param issuer its issuer; its other addresses are discovered at the first sign-in
   * @param clientId the portal's name there
   * @param clientSecret the portal's secret there; without one the portal signs in as a public
   *     client with PKCE
   */
  public record SignIn(
      @NotNull @DefaultValue("http://localhost:8090") URI issuer,
      @NotNull @DefaultValue("portal") String clientId,
      @NotNull @DefaultValue("") String clientSecret) {}
}
