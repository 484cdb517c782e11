package org.cocreation.defaults.requests;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may be. Uploads (multipart) have Spring's own limits, {@code
 * spring.servlet.multipart.*}.
 *
 * @param body the greatest size of any other body
 */
@ConfigurationProperties("cocreation.limits")
record RequestLimits(@DefaultValue("1MB") DataSize body) {}
