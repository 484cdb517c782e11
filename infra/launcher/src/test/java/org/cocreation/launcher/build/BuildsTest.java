package org.cocreation.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {

  private static final Instant LONG_AGO = Instant.parse("2020-02-13T16:30:00Z");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @BeforeEach
  void repository() throws IOException {
    write(
        "pom.xml",
        project(
            "platform",
            "<modules><module>infra/lib</module><module>service</module><module>testing</module></modules>"));
    write("infra/lib/pom.xml", project("lib", ""));
    write("infra/lib/src/main/java/Lib.java", "class Lib {}");
    write("testing/pom.xml", project("testing", ""));
    write("testing/src/main/java/T.java", "class T {}");
    write(
        "service/pom.xml",
        project(
            "service",
            "<dependencies>"
                + needs("lib", "")
                + needs("testing", "<scope>test</scope>")
                + "</dependencies>"));
    write("service/src/main/java/S.java", "class S {}");
    write("service/src/test/java/STest.java", "class STest {}");
  }

  @Test
  void findsAProgramStaleThatWasNeverBuilt() {
    assertThat(stale()).containsOnlyKeys("service");
  }

  @Test
  void findsAProgramFreshAfterItWasBuiltFromTheseSources() throws IOException {
    built();
    assertThat(stale()).isEmpty();
  }

  @Test
  void findsItFreshWhenFilesWereTouchedButNotChanged() throws IOException {
    built();
    touchAll(Instant.now().plusSeconds(60));
    assertThat(stale()).isEmpty();
  }

  @Test
  void findsItStaleWhenItsSourcesItsPomOrALibraryOfItsChanged() throws IOException {
    for (String file :
        List.of(
            "service/src/main/java/S.java",
            "service/pom.xml",
            "infra/lib/src/main/java/Lib.java",
            "pom.xml")) {
      built();
      Path path = root.resolve(file);
      Files.writeString(path, Files.readString(path) + "<!-- more -->");
      assertThat(stale()).as(file).containsOnlyKeys("service");
    }
  }

  @Test
  void findsItStaleWhenASourceWasAddedOrRemoved() throws IOException {
    built();
    write("service/src/main/resources/new.txt", "x");
    assertThat(stale()).containsOnlyKeys("service");
    built();
    Files.delete(root.resolve("infra/lib/src/main/java/Lib.java"));
    assertThat(stale()).containsOnlyKeys("service");
  }

  @Test
  void doesNotLookAtTestsNorAtWhatOnlyTestsNeed() throws IOException {
    built();
    write("service/src/test/java/STest.java", "class STest { int changed; }");
    write("testing/src/main/java/T.java", "class T { int changed; }");
    assertThat(stale()).isEmpty();
  }

  @Test
  void takesAProgramThatIsNewerThanItsSourcesAsBuiltByHand() throws IOException {
    touchAll(LONG_AGO);
    jar("by hand");
    assertThat(stale()).isEmpty();
    assertThat(stale()).isEmpty();
  }

  @Test
  void isNotDeceivedByARepackagedJarWhoseTimeIsAlwaysTheSame() throws IOException {
    jar("repackaged");
    Path jar = root.resolve("service/target/service-1.0.jar");
    Path original = root.resolve("service/target/service-1.0.jar.original");
    Files.writeString(original, "plain");
    Files.setLastModifiedTime(original, FileTime.from(LONG_AGO.minus(Duration.ofDays(1))));
    touchAll(LONG_AGO);
    Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO.plus(Duration.ofDays(365))));
    Files.setLastModifiedTime(original, FileTime.from(LONG_AGO.minus(Duration.ofDays(1))));
    assertThat(stale()).as("built before its sources changed").containsOnlyKeys("service");
  }

  @Test
  void asksForABuildAgainWhenSomeoneElseBuiltTheJarMeanwhile() throws IOException {
    built();
    write("service/src/main/java/S.java", "class S { int other; }");
    jar("other");
    Files.setLastModifiedTime(
        root.resolve("service/target/service-1.0.jar"), FileTime.from(LONG_AGO));
    write("service/src/main/java/S.java", "class S {}");
    assertThat(stale()).containsOnlyKeys("service");
  }

  private Map<String, String> stale() {
    return builds().stale(List.of("service"));
  }

  private void built() throws IOException {
    jar("built " + System.nanoTime());
    Files.setLastModifiedTime(
        root.resolve("service/target/service-1.0.jar"), FileTime.from(LONG_AGO));
    Builds builds = builds();
    builds.stale(List.of("service")).forEach(builds::remember);
    assertThat(stale()).isEmpty();
  }

  private Builds builds() {
    return new Builds(root, Repository.read(root), root.resolve(".platform/build/seen"));
  }

  private void jar(String content) throws IOException {
    write("service/target/service-1.0.jar", content);
  }

  private void touchAll(Instant time) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(p -> !p.toString().contains("target")).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(time));
      }
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static String project(String artifact, String more) {
    return "<project><artifactId>"
        + artifact
        + "</artifactId><version>1.0</version>"
        + more
        + "</project>";
  }

  private static String needs(String artifact, String more) {
    return "<dependency><groupId>org.cocreation</groupId><artifactId>"
        + artifact
        + "</artifactId>"
        + more
        + "</dependency>";
  }
}
