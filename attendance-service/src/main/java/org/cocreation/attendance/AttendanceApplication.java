package org.cocreation.attendance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the attendance service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AttendanceApplication {

  /** Starts it with these settings. */
  public static void main(String[] arguments) {
    SpringApplication.run(AttendanceApplication.class, arguments);
  }
}
