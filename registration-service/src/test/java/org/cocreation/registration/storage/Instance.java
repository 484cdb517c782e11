package org.cocreation.registration.storage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.cocreation.messaging.MessagingAutoConfiguration;
import org.cocreation.messaging.StoreAutoConfiguration;
import org.cocreation.registration.LinkKeyProperties;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.registration.AllClicks;
import org.cocreation.registration.domain.registration.Erase;
import org.cocreation.registration.domain.registration.Links;
import org.cocreation.registration.domain.registration.Participate;
import org.cocreation.registration.domain.registration.Register;
import org.cocreation.registration.domain.registration.RegistrationIds;
import org.cocreation.registration.domain.registration.Registrations;
import org.cocreation.registration.domain.registration.SetProgramme;
import org.cocreation.registration.domain.registration.Settle;
import org.cocreation.registration.domain.registration.Sweep;
import org.cocreation.registration.domain.registration.TellPromotions;
import org.cocreation.testing.backing.BackingServices;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * An instance of the service without its web face: real stores, announcers and use cases. Several
 * may share a database.
 */
final class Instance implements AutoCloseable {
  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(LinkKeyProperties.class)
  @ComponentScan({"org.cocreation.registration.messaging", "org.cocreation.registration.storage"})
  @ImportAutoConfiguration({
    MongoAutoConfiguration.class,
    DataMongoAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    StoreAutoConfiguration.class,
    MessagingAutoConfiguration.class
  })
  static class Rooms {}

  private final ConfigurableApplicationContext context;
  final Registrations registrations;
  final AllPlaces allPlaces;
  final Programmes programmes;
  final SetProgramme setProgramme;
  final Register register;
  final Participate participate;
  final AllClicks clicks;
  final Erase erase;
  final Sweep sweep;

  Instance(String storeUri) {
    context =
        new SpringApplicationBuilder(Rooms.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.mongodb.uri=" + storeUri,
                "--spring.kafka.bootstrap-servers=" + BackingServices.bootstrapServers(),
                "--logging.level.root=warn",
                "--logging.level.org.apache.kafka=error",
                "--cocreation.link-key=" + Base64.getEncoder().encodeToString(new byte[32]));
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Links links = context.getBean(Links.class);
    registrations = context.getBean(Registrations.class);
    allPlaces = context.getBean(AllPlaces.class);
    programmes = context.getBean(Programmes.class);
    clicks = context.getBean(AllClicks.class);
    TellPromotions promotions = new TellPromotions(registrations, allPlaces);
    Settle settle =
        new Settle(programmes, allPlaces, registrations, links, promotions, clock, 10_000);
    setProgramme = new SetProgramme(programmes, allPlaces, registrations, promotions, clock);
    register =
        new Register(
            programmes, registrations, new RegistrationIds(clock, random), links, settle, clock);
    participate = new Participate(programmes, registrations, links, settle, clock);
    erase = new Erase(registrations, clicks, settle, clock);
    sweep =
        new Sweep(
            programmes,
            allPlaces,
            registrations,
            setProgramme,
            settle,
            promotions,
            clock,
            Duration.ofMillis(-1));
  }

  @Override
  public void close() {
    context.close();
  }
}
