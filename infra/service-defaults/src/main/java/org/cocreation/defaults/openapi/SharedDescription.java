package org.cocreation.defaults.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Security schemes and problem responses, the same in every service. */
final class SharedDescription implements GlobalOpenApiCustomizer {

  static final String BEARER = "bearer";
  static final String PERSONAL_LINK = "personalLink";
  private static final String PROBLEM = "Problem";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "400", "The request is not as expected; the fields at fault are listed.",
          "503", "The store cannot be reached just now; Retry-After says when to try again.");

  private final String service;

  SharedDescription(String service) {
    this.service = service;
  }

  @Override
  public void customise(OpenAPI document) {
    document.info(
        new Info()
            .title("Co-creation Platform: " + service)
            .version("v1")
            .license(
                new License()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0")));
    if (document.getComponents() == null) {
      document.components(new Components());
    }
    document
        .getComponents()
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Staff: an access token of the identity provider."))
        .addSecuritySchemes(
            PERSONAL_LINK,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("Authorization")
                .description(
                    "Participants: the word PersonalLink, a space, and the token at the end of their"
                        + " personal link."))
        .addSchemas(PROBLEM, problem());
    if (document.getPaths() != null) {
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperations().forEach(operation -> complete(path, operation)));
    }
  }

  private static void complete(String path, Operation operation) {
    boolean participants = path.matches(".*/me(/.*)?");
    if (operation.getSecurity() == null) {
      operation.setSecurity(
          participants
              ? List.of(new SecurityRequirement().addList(PERSONAL_LINK))
              : List.of(new SecurityRequirement().addList(BEARER), new SecurityRequirement()));
    }
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    operation.setResponses(responses);
    ALWAYS.forEach((status, says) -> answer(responses, status, says));
    answer(responses, "401", "Nobody is signed in, and somebody has to be.");
    answer(responses, "403", "The role does not allow it.");
    if (path.contains("{") || participants) {
      answer(responses, "404", "There is no such thing, or not for you.");
    }
  }

  private static void answer(ApiResponses responses, String status, String says) {
    if (!responses.containsKey(status)) {
      responses.addApiResponse(
          status,
          new ApiResponse()
              .description(says)
              .content(
                  new Content()
                      .addMediaType(
                          "application/problem+json",
                          new MediaType()
                              .schema(
                                  new ObjectSchema().$ref("#/components/schemas/" + PROBLEM)))));
    }
  }

  private static ObjectSchema problem() {
    ObjectSchema field = new ObjectSchema();
    field.addProperty(
        "field", new StringSchema().description("The field at fault.").example("email"));
    field.addProperty(
        "expected",
        new StringSchema().description("What would be right.").example("an e-mail address"));
    field.addProperty("detail", new StringSchema().description("A sentence to act on."));
    ObjectSchema problem = new ObjectSchema();
    problem.description("RFC 9457 problem details.");
    problem.addProperty(
        "type",
        new StringSchema()
            .format("uri")
            .description("Which problem it is; stable.")
            .example("https://cocreation.example/problems/invalid-request"));
    problem.addProperty("title", new StringSchema().example("Bad Request"));
    problem.addProperty("status", new IntegerSchema().example(400));
    problem.addProperty("detail", new StringSchema().description("A sentence to act on."));
    problem.addProperty("errors", new ArraySchema().items(field));
    return problem;
  }
}
