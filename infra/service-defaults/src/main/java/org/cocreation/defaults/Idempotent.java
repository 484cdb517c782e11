package org.cocreation.defaults;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method: honours the request header {@code Idempotency-Key}. The same key with the
 * same request gets the answer of the first; with another request, 422; while the first is still at
 * work, the others wait for it a few seconds and then get 409 with Retry-After. Answers are kept
 * for a day. Answers of status 500 and above are not kept: the client may try again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Idempotent {}
