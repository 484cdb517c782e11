package org.cocreation.defaults.sample;

import java.util.List;
import java.util.Optional;
import org.cocreation.defaults.AccessRules;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.defaults.Roles;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** What a service writes to use the defaults. */
@SpringBootApplication
public class SampleApplication {

  /** The token of the only personal link. */
  public static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

  @Bean
  AccessRules access() {
    return requests ->
        requests
            .requestMatchers("/api/sample/coordinator")
            .hasRole(Roles.COORDINATOR)
            .requestMatchers("/api/sample/committee")
            .hasRole(Roles.COMMITTEE)
            .requestMatchers("/api/sample/administrator")
            .hasRole(Roles.ADMINISTRATOR)
            .requestMatchers("/api/sample/me/**")
            .hasRole(Roles.PARTICIPANT)
            .requestMatchers("/api/sample/closed/**")
            .denyAll()
            .requestMatchers("/api/sample/**")
            .permitAll();
  }

  @Bean
  PersonalLinks links() {
    String known = PersonalLinks.hashOf(TOKEN);
    return hash ->
        hash.equals(known)
            ? Optional.of(new LinkHolder("registration-1", "belize-2020"))
            : Optional.empty();
  }

  @Bean
  AggregateStore<Thing, Object> things(AggregateStores stores) {
    return stores.of("things", Thing.class, event -> List.of());
  }

  /** Something stored. */
  public record Thing(String text) {}
}
