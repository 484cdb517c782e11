package org.cocreation.submission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The service as it runs, on the embedded store and broker; one context for all tests that say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "cocreation.submission.consultation.sweep=200ms")
@WithBackingServices
@WithStaffTokens
public @interface WholeService {}
