package org.cocreation.defaults.problems;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Problems for everything that fails: in handlers, in filters, in Tomcat itself, on schedule. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
    beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemErrorController.class})
class ProblemsAutoConfiguration {

  @Bean
  Problems defaultsProblems(JsonMapper json) {
    return new Problems(json);
  }

  @Bean
  ThreadPoolTaskSchedulerCustomizer defaultsProblemsOnSchedule() {
    return scheduler -> scheduler.setErrorHandler(new ScheduledProblems());
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> defaultsProblemsOfTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
              }
            });
  }
}
