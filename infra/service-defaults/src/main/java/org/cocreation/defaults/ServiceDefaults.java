package org.cocreation.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code service-defaults.properties} below everything that a service or its operator sets.
 */
final class ServiceDefaults implements EnvironmentPostProcessor {

  private static final String FILE = "org/cocreation/defaults/service-defaults.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(
              new ResourcePropertySource(
                  "service-defaults",
                  new ClassPathResource(FILE, ServiceDefaults.class.getClassLoader())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
