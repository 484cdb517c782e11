package org.cocreation.attendance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The service as it runs, on an embedded store and broker; one context for all tests that say so.
 * The sweep rests, as it would settle what a test of the storage leaves unsettled.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"cocreation.attendance.sweep-every=1d", "logging.level.org.apache.kafka=error"})
@WithBackingServices
@WithStaffTokens
public @interface WholeService {}
