package org.cocreation.submission;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the submission service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SubmissionApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(SubmissionApplication.class, arguments);
  }
}
