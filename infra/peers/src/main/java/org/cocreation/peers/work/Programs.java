package org.cocreation.peers.work;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the peers that are Spring applications. All of them share one class path, so each names
 * the families of auto-configuration that it uses, and gets no other.
 */
public final class Programs {

  private Programs() {}

  /** Standard output for answers only; whatever else is printed goes to standard error. */
  public static PrintStream answers() {
    PrintStream answers = System.out;
    System.setOut(System.err);
    return answers;
  }

  /**
   * Starts an application.
   *
   * @param settings which win over everything
   * @param beans which it finds in its context
   * @param families packages (and those below) whose auto-configurations may apply
   */
  public static ConfigurableApplicationContext start(
      Class<?> configuration,
      WebApplicationType kind,
      Map<String, Object> settings,
      List<Object> beans,
      String... families) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spring.autoconfigure.exclude", String.join(",", others(families)));
    all.putIfAbsent("logging.level.root", "WARN");
    all.putIfAbsent("spring.jmx.enabled", "false");
    return new SpringApplicationBuilder(configuration)
        .web(kind)
        .bannerMode(Banner.Mode.OFF)
        .initializers(
            context ->
                beans.forEach(
                    bean ->
                        context
                            .getBeanFactory()
                            .registerSingleton(bean.getClass().getName(), bean)))
        // As arguments: a library's own defaults win over an application's.
        .run(
            all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  private static List<String> others(String... families) {
    List<String> others = new ArrayList<>();
    for (String candidate :
        ImportCandidates.load(AutoConfiguration.class, Programs.class.getClassLoader())) {
      if (Arrays.stream(families).noneMatch(family -> candidate.startsWith(family + "."))) {
        others.add(candidate);
      }
    }
    return others;
  }
}
