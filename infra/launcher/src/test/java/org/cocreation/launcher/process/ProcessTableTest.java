package org.cocreation.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void hasTheWholePlatformEachRowAfterThoseItWaitsFor() {
    List<ProcessSpec> table = table(Map.of());
    assertThat(table)
        .extracting(ProcessSpec::name)
        .containsExactly(
            "broker",
            "store",
            "mailbox",
            "identity",
            "registration",
            "attendance",
            "certificate",
            "submission",
            "notification",
            "portal");
    Set<String> before = new HashSet<>();
    for (ProcessSpec row : table) {
      assertThat(before).containsAll(row.waitsFor());
      before.add(row.name());
    }
  }

  @Test
  void givesEveryPortToOneProcess() {
    List<Ports.Name> used = new ArrayList<>();
    table(Map.of()).forEach(row -> used.addAll(row.ports()));
    assertThat(used).containsExactlyInAnyOrder(Ports.Name.values());
  }

  @Test
  void collectsALargeHeapBitByBitAndASmallOneAtOnce() {
    assertThat(row(Map.of(), "store").heap())
        .containsExactly(
            "-Xmx1792m", "-XX:+UseG1GC", "-XX:G1HeapRegionSize=8m", "-XX:-G1UseAdaptiveIHOP");
    assertThat(row(Map.of(), "portal").heap()).containsExactly("-Xmx320m", "-XX:+UseSerialGC");
  }

  @Test
  void tellsEveryServiceOfItsStoreItsBrokerAndItsIssuer() {
    for (String name : List.of("registration", "attendance", "certificate", "submission")) {
      assertThat(row(Map.of(), name).environment())
          .containsEntry("SPRING_MONGODB_URI", "mongodb://localhost:27017/" + name)
          .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "localhost:9092")
          .containsEntry("COCREATION_SECURITY_ISSUER", "http://localhost:8090")
          .containsKey("COCREATION_LINKKEY");
    }
    assertThat(row(Map.of(), "notification").environment())
        .containsEntry("SPRING_MAIL_HOST", "localhost")
        .containsEntry("SPRING_MAIL_PORT", "2525");
  }

  @Test
  void movesEverythingWithThePortBase() {
    Map<String, String> settings = Map.of("cocreation.port-base", "20000");
    assertThat(row(settings, "registration").environment())
        .containsEntry("SERVER_PORT", "20001")
        .containsEntry("SPRING_MONGODB_URI", "mongodb://localhost:20021/registration")
        .containsEntry("COCREATION_PUBLICURL", "http://localhost:20000");
    assertThat(row(settings, "portal").environment())
        .containsEntry("COCREATION_SERVICES_NOTIFICATION", "http://localhost:20005")
        .containsEntry("COCREATION_SIGNIN_ISSUER", "http://localhost:20010");
    assertThat(row(settings, "identity").arguments()).contains("20010", "http://localhost:20010");
  }

  @Test
  void putsOnesOwnBackingServicesInPlaceOfTheEmbeddedOnes() {
    Map<String, String> own =
        Map.of(
            "cocreation.broker.servers", "kafka-1:9092,kafka-2:9092",
            "cocreation.store.uri", "mongodb://u:p@db-1,db-2/?replicaSet=r&authSource=admin",
            "cocreation.mail.host", "smtp.example",
            "cocreation.mail.username", "platform",
            "cocreation.issuer", "https://id.example/realm");
    assertThat(table(own))
        .extracting(ProcessSpec::name)
        .containsExactly(
            "registration", "attendance", "certificate", "submission", "notification", "portal");
    assertThat(table(own)).allSatisfy(row -> assertThat(row.waitsFor()).isEmpty());
    assertThat(row(own, "notification").environment())
        .containsEntry(
            "SPRING_MONGODB_URI",
            "mongodb://u:p@db-1,db-2/notification?replicaSet=r&authSource=admin")
        .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "kafka-1:9092,kafka-2:9092")
        .containsEntry("COCREATION_SECURITY_ISSUER", "https://id.example/realm")
        .containsEntry("SPRING_MAIL_HOST", "smtp.example")
        .containsEntry("SPRING_MAIL_PORT", "587")
        .containsEntry("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "true")
        .containsEntry("SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH", "true");
  }

  @Test
  void refusesAStoreAddressThatNamesADatabase() {
    assertThatThrownBy(() -> table(Map.of("cocreation.store.uri", "mongodb://db-1/one")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cocreation.store.uri");
  }

  @Test
  void putsNoSecretOnACommandLine() {
    Secrets secrets = new Secrets(directory.resolve(".platform/secrets"));
    for (ProcessSpec row : table(Map.of())) {
      assertThat(String.join(" ", row.arguments()))
          .doesNotContain(secrets.linkKey(), secrets.portalClientSecret());
    }
    assertThat(row(Map.of(), "portal").environment().get("COCREATION_SIGNIN_CLIENTSECRET"))
        .isEqualTo(row(Map.of(), "identity").environment().get("IDENTITY_PORTALSECRET"));
  }

  private ProcessSpec row(Map<String, String> settings, String name) {
    return ProcessTable.find(table(settings), name).orElseThrow();
  }

  private List<ProcessSpec> table(Map<String, String> values) {
    Layout layout = new Layout(directory);
    Settings settings = Settings.load(layout.settings(), Map.of(), values);
    return ProcessTable.of(
        new Surroundings(layout, settings, Ports.of(settings), new Secrets(layout.secrets())));
  }
}
