package org.cocreation.certificate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * The service as it runs, on an embedded store and broker; one context for all tests that say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "certificate.judging.interval=200ms")
@AutoConfigureMockMvc
@WithBackingServices
@WithStaffTokens
public @interface WholeService {}
