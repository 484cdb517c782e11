package org.cocreation.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.certificate.domain.CertificateDesk;
import org.cocreation.certificate.domain.Completions;
import org.cocreation.certificate.domain.Judging;
import org.cocreation.certificate.domain.Programmes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The certificate service: who has completed a programme, why, and the certificate that says so.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CertificateApplication {

  public static void main(String[] args) {
    SpringApplication.run(CertificateApplication.class, args);
  }

  @Bean
  Judging judging(Completions completions, Programmes programmes, Clock clock) {
    return new Judging(completions, programmes, clock, new SecureRandom());
  }

  @Bean
  CertificateDesk certificateDesk(Completions completions, Programmes programmes, Clock clock) {
    return new CertificateDesk(completions, programmes, clock);
  }
}
