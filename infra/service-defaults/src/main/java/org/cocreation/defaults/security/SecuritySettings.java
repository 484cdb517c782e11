package org.cocreation.defaults.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are trusted.
 *
 * @param issuer the identity provider, as its tokens name it in {@code iss}
 * @param audience what its tokens must name in {@code aud}
 * @param jwksUri where its keys are, when they are not to be looked up in its discovery document
 *     (for instance because the issuer's public address cannot be reached from inside a cluster)
 * @param algorithms the signatures that are accepted; all others, {@code none} among them, are not
 */
@Validated
@ConfigurationProperties("cocreation.security")
record SecuritySettings(
    @DefaultValue("http://localhost:8090") URI issuer,
    @DefaultValue("cocreation") @NotBlank String audience,
    @Nullable URI jwksUri,
    @DefaultValue({"RS256", "ES256"}) @NotEmpty Set<SignatureAlgorithm> algorithms) {}
