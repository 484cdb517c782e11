package org.cocreation.registration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the registration service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RegistrationApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(RegistrationApplication.class, arguments);
  }
}
