package org.cocreation.testing.backing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test its store and its broker: {@code spring.mongodb.uri}, with a database that no
 * other application context has, and {@code spring.kafka.bootstrap-servers}. Both run in this
 * process on free ports, started once.
 *
 * <p>The broker's topics are shared by all contexts of a test run, so a service has one
 * whole-service context.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithBackingServices {

  /** Which store the test runs on. */
  StoreKind store() default StoreKind.EMBEDDED;

  /** Whether the test needs a broker; one that doesn't starts sooner. */
  boolean broker() default true;

  /** The kinds of store. */
  enum StoreKind {
    /** The platform's own, in this process. */
    EMBEDDED,
    /**
     * A real MongoDB: the one that {@code COCREATION_TEST_MONGODB_URI} names, else one that
     * Testcontainers starts. Tag such a test {@code containers}; it runs with {@code -Pcontainers}.
     */
    MONGODB
  }
}
