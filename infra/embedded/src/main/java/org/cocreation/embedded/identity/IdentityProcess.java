package org.cocreation.embedded.identity;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.embedded.ProcessArguments;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The embedded identity provider as a process of its own: {@code --dir DIRECTORY [--port 8090]
 * [--issuer http://localhost:8090]}; further arguments {@code --name=value} are settings of {@link
 * IdentityProperties} or of Spring. The portal's client secret has no default value and is given as
 * {@code --identity.portal-secret=…} or as the environment variable IDENTITY_PORTALSECRET.
 *
 * <p>It is for demonstrations: its accounts' passwords are shown on the sign-in page. A real
 * provider takes its place by the services' setting {@code cocreation.security.issuer}.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(IdentityProperties.class)
@Import({IdentityConfiguration.class, SignInPage.class})
public class IdentityProcess {

  /** Runs until told to stop. */
  public static void main(String[] args) {
    start(args);
  }

  /** Starts inside this JVM; closing the context stops it. */
  public static ConfigurableApplicationContext start(String... args) {
    ProcessArguments arguments = ProcessArguments.of(args, "dir", "port", "issuer");
    int port = arguments.port("port", 8090);
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + port);
    settings.add("--identity.issuer=" + arguments.get("issuer", "http://localhost:" + port));
    settings.add("--identity.dir=" + arguments.required("dir"));
    arguments.others().forEach((name, value) -> settings.add("--" + name + "=" + value));
    // A name of its own: this jar is also on class paths whose application.yaml is somebody else's.
    return new SpringApplicationBuilder(IdentityProcess.class)
        .properties("spring.config.name=identity")
        .run(settings.toArray(String[]::new));
  }
}
