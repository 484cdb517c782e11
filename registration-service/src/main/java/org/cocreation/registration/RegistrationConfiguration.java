package org.cocreation.registration;

import java.security.SecureRandom;
import java.time.Clock;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.registration.AllClicks;
import org.cocreation.registration.domain.registration.Erase;
import org.cocreation.registration.domain.registration.Links;
import org.cocreation.registration.domain.registration.OpenRoom;
import org.cocreation.registration.domain.registration.Participate;
import org.cocreation.registration.domain.registration.Register;
import org.cocreation.registration.domain.registration.RegistrationIds;
import org.cocreation.registration.domain.registration.Registrations;
import org.cocreation.registration.domain.registration.SetProgramme;
import org.cocreation.registration.domain.registration.Settle;
import org.cocreation.registration.domain.registration.Sweep;
import org.cocreation.registration.domain.registration.TellPromotions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Gives the use cases of the domain what they need. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  TellPromotions tellPromotions(Registrations registrations, AllPlaces allPlaces) {
    return new TellPromotions(registrations, allPlaces);
  }

  @Bean
  Settle settle(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      Links links,
      TellPromotions promotions,
      Clock clock,
      RegistrationProperties properties) {
    return new Settle(
        programmes, allPlaces, registrations, links, promotions, clock, properties.waitingLimit());
  }

  @Bean
  Register register(
      Programmes programmes,
      Registrations registrations,
      Links links,
      Settle settle,
      Clock clock,
      SecureRandom random) {
    return new Register(
        programmes, registrations, new RegistrationIds(clock, random), links, settle, clock);
  }

  @Bean
  Participate participate(
      Programmes programmes, Registrations registrations, Links links, Settle settle, Clock clock) {
    return new Participate(programmes, registrations, links, settle, clock);
  }

  @Bean
  Erase erase(Registrations registrations, AllClicks clicks, Settle settle, Clock clock) {
    return new Erase(registrations, clicks, settle, clock);
  }

  @Bean
  OpenRoom openRoom(
      Programmes programmes, Registrations registrations, AllClicks clicks, Clock clock) {
    return new OpenRoom(programmes, registrations, clicks, clock);
  }

  @Bean
  SetProgramme setProgramme(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      TellPromotions promotions,
      Clock clock) {
    return new SetProgramme(programmes, allPlaces, registrations, promotions, clock);
  }

  @Bean
  Sweep sweep(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      SetProgramme setProgramme,
      Settle settle,
      TellPromotions promotions,
      Clock clock,
      RegistrationProperties properties) {
    return new Sweep(
        programmes,
        allPlaces,
        registrations,
        setProgramme,
        settle,
        promotions,
        clock,
        properties.settleAfter());
  }

  @Bean
  SchedulingConfigurer sweeping(Sweep sweep, RegistrationProperties properties) {
    return tasks -> tasks.addFixedDelayTask(() -> sweepOnce(sweep), properties.sweepEvery());
  }

  private static void sweepOnce(Sweep sweep) {
    try {
      int finished =
          sweep.sweep(
              (what, why) -> LOG.warn("{} could not be settled and is tried again", what, why));
      if (finished > 0) {
        LOG.info("Finished {} things that had been left half done", finished);
      }
    } catch (DataAccessException e) {
      LOG.warn("The store does not answer; what was left half done is settled when it does");
    }
  }
}
