package org.cocreation.defaults;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cocreation.defaults.sample.SampleApplication;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.springframework.boot.test.context.SpringBootTest;

/** The sample service on a free port; all tests share it. */
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=sample-service")
@WithBackingServices
@WithStaffTokens
@interface OverHttp {}
