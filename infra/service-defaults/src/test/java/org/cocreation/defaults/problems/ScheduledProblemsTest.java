package org.cocreation.defaults.problems;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ScheduledProblemsTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(ScheduledProblems.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final ThreadPoolTaskScheduler scheduler =
      new ThreadPoolTaskSchedulerBuilder()
          .additionalCustomizers(new ProblemsAutoConfiguration().defaultsProblemsOnSchedule())
          .build();

  @BeforeEach
  void start() {
    log.start();
    logger.addAppender(log);
    scheduler.initialize();
  }

  @AfterEach
  void stop() {
    scheduler.shutdown();
    logger.detachAppender(log);
  }

  @Test
  void aStoreThatIsAwayIsALine() throws Exception {
    fail(new DataAccessResourceFailureException("away"));
    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getLevel()).isEqualTo(Level.WARN);
    assertThat(log.list.get(0).getThrowableProxy()).isNull();
    assertThat(log.list.get(0).getFormattedMessage()).contains("away");
  }

  @Test
  void anythingElseIsToldInFull() throws Exception {
    fail(new IllegalStateException("unforeseen"));
    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getLevel()).isEqualTo(Level.ERROR);
    assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("unforeseen");
  }

  private void fail(RuntimeException failure) throws Exception {
    scheduler
        .submit(
            () -> {
              throw failure;
            })
        .get();
  }
}
