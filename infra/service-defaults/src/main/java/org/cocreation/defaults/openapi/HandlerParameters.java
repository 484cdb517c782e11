package org.cocreation.defaults.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.IfMatch;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes what a handler takes by way of Cursor, IfMatch and {@code @Idempotent}. */
final class HandlerParameters implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.getParameterType() == Cursor.class) {
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("after")
                .description("The \"next\" of the page before; nothing for the first page.")
                .schema(new StringSchema()));
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("limit")
                .description("How many items the page may have.")
                .schema(limit()));
      }
      if (parameter.getParameterType() == IfMatch.class) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name("If-Match")
                .required(true)
                .description(
                    "The ETag of what you read. 428 without it, 412 when somebody was faster.")
                .schema(new StringSchema().example("\"3\"")));
      }
    }
    if (handler.hasMethodAnnotation(Idempotent.class)) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name("Idempotency-Key")
              .required(false)
              .description(
                  "A key of your own for this request. Sent again with it, the request has no second"
                      + " effect and the same answer; with another body it is refused with 422.")
              .schema(new StringSchema().maxLength(200)));
    }
    return operation;
  }

  private static IntegerSchema limit() {
    IntegerSchema limit = new IntegerSchema();
    limit.setMinimum(BigDecimal.ONE);
    limit.setMaximum(BigDecimal.valueOf(Cursor.MAX_LIMIT));
    limit.setDefault(Cursor.DEFAULT_LIMIT);
    return limit;
  }
}
