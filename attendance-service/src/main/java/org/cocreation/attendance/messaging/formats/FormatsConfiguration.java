package org.cocreation.attendance.messaging.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.AttendanceProperties;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The formats that are known, the most particular first, and the words by which they are. */
@Configuration(proxyBeanMethods = false)
class FormatsConfiguration {

  private static final List<String> SHIPPED = List.of("en", "es", "de", "pl");

  @Bean
  Vocabulary vocabulary(AttendanceProperties properties) {
    return vocabulary(properties.vocabulary());
  }

  /** The vocabulary that is shipped, with these files added to it. */
  static Vocabulary vocabulary(List<Resource> added) {
    List<Vocabulary.Language> languages = new ArrayList<>();
    for (String language : SHIPPED) {
      languages.add(read(new ClassPathResource("vocabulary/" + language + ".yaml")));
    }
    added.forEach(resource -> languages.add(read(resource)));
    return new Vocabulary(languages);
  }

  private static Vocabulary.Language read(Resource resource) {
    String source = resource.getDescription();
    try (InputStream in = resource.getInputStream()) {
      return VocabularyFile.read(source, in);
    } catch (IOException e) {
      throw new BrokenVocabulary(
          source,
          "it cannot be read; cocreation.attendance.vocabulary lists files such as file:/etc/cocreation/fr.yaml");
    }
  }

  @Bean
  @Order(5)
  Format adobeConnect(Limits limits) {
    return new AdobeConnect(limits);
  }

  @Bean
  @Order(10)
  Format zoomMeeting(Limits limits, Vocabulary vocabulary) {
    return new ZoomMeeting(limits, vocabulary);
  }

  @Bean
  @Order(20)
  Format zoomWebinar(Limits limits, Vocabulary vocabulary) {
    return new ZoomWebinar(limits, vocabulary);
  }

  @Bean
  @Order(30)
  Format teamsList(Limits limits, Vocabulary vocabulary) {
    return new TeamsList(limits, vocabulary);
  }

  @Bean
  @Order(40)
  Format bigBlueButton(Limits limits, Vocabulary vocabulary) {
    return new BigBlueButton(limits, vocabulary);
  }

  @Bean
  @Order(50)
  Format googleMeet(Limits limits, Vocabulary vocabulary) {
    return new GoogleMeet(limits, vocabulary);
  }

  @Bean
  @Order(60)
  Format teamsReport(Limits limits, Vocabulary vocabulary) {
    return new TeamsReport(limits, vocabulary);
  }

  @Bean
  @Order(90)
  Format mappedExport(Limits limits, Vocabulary vocabulary) {
    return new MappedExport(limits, vocabulary);
  }

  @Bean
  @Order(100)
  Format signInSheet(Limits limits, Vocabulary vocabulary) {
    return new SignInSheet(limits, vocabulary);
  }
}
