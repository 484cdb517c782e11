package org.cocreation.portal.services;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.cocreation.portal.PortalProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a service and reads its answer.
 *
 * <p>Every call is bounded in time and asks in the reader's language. A refusal comes as {@link
 * Refused} with the service's own sentence; a service that is down, overloaded or too slow as
 * {@link Away}.
 */
@Component
public class Services {

  /**
   * Carries the address of the person that the portal asks for, by which services limit the rate.
   */
  static final String FOR = "X-Forwarded-For";

  /** The five services, each with the name that its paths begin with. */
  public enum Service {
    REGISTRATION,
    ATTENDANCE,
    CERTIFICATE,
    SUBMISSION,
    NOTIFICATION;

    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Service, RestClient> clients;
  private final Map<Service, RestClient> patientClients;
  private final JsonMapper json;

  Services(RestClient.Builder builder, PortalProperties properties, JsonMapper json) {
    this.json = json;
    clients = clients(builder, properties, properties.answerWithin());
    patientClients = clients(builder, properties, properties.workWithin());
  }

  private static Map<Service, RestClient> clients(
      RestClient.Builder builder, PortalProperties properties, Duration within) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(within);
    Map<Service, RestClient> clients = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      String address = String.valueOf(properties.services().byName().get(service.path()));
      clients.put(
          service,
          builder
              .clone()
              .requestFactory(requests)
              .baseUrl(address + "/api/" + service.path())
              .build());
    }
    return clients;
  }

  /** Fetches a view. */
  public <T> T get(
      Service service, Caller caller, Class<T> view, String path, Object... variables) {
    return getVersioned(service, caller, view, path, variables).body();
  }

  /**
   * Fetches a view together with its version, for a later write that must not overwrite another's.
   */
  public <T> Versioned<T> getVersioned(
      Service service, Caller caller, Class<T> view, String path, Object... variables) {
    return view(
        service,
        request(service, HttpMethod.GET, caller, null, headers -> {}, path, variables),
        view);
  }

  /** Fetches bytes, such as a PDF. */
  public byte[] bytes(Service service, Caller caller, String path, Object... variables) {
    return call(
        service,
        client(service)
            .get()
            .uri(path, variables)
            .headers(headers -> prepare(headers, caller))
            .accept(MediaType.ALL),
        response -> response.getBody().readAllBytes());
  }

  /** Sends something; the answer's body is not needed. */
  public void send(
      Service service,
      HttpMethod method,
      Caller caller,
      Object body,
      String path,
      Object... variables) {
    send(service, method, caller, body, headers -> {}, path, variables);
  }

  /** Sends something with headers of its own; the answer's body is not needed. */
  public void send(
      Service service,
      HttpMethod method,
      Caller caller,
      Object body,
      Consumer<HttpHeaders> headers,
      String path,
      Object... variables) {
    call(
        service,
        request(service, method, caller, body, headers, path, variables),
        response -> response.getBody().readAllBytes().length);
  }

  /** Sends something with headers of its own, and reads the answer. */
  public <T> Versioned<T> send(
      Service service,
      HttpMethod method,
      Caller caller,
      Object body,
      Consumer<HttpHeaders> headers,
      Class<T> answer,
      String path,
      Object... variables) {
    return view(service, request(service, method, caller, body, headers, path, variables), answer);
  }

  /** Asks for work that may take the service longer than a page waits, and reads the answer. */
  public <T> T work(
      Service service,
      Caller caller,
      Object body,
      Class<T> answer,
      String path,
      Object... variables) {
    return laborious(service, caller, MediaType.APPLICATION_JSON, body, answer, path, variables);
  }

  /** Sends a file for a service to read, and reads the answer. */
  public <T> T upload(
      Service service,
      Caller caller,
      Resource file,
      Class<T> answer,
      String path,
      Object... variables) {
    MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
    parts.add("file", file);
    return laborious(
        service, caller, MediaType.MULTIPART_FORM_DATA, parts, answer, path, variables);
  }

  private <T> T laborious(
      Service service,
      Caller caller,
      MediaType type,
      Object body,
      Class<T> answer,
      String path,
      Object... variables) {
    return view(
            service,
            client(patientClients, service)
                .post()
                .uri(path, variables)
                .headers(headers -> prepare(headers, caller))
                .accept(MediaType.APPLICATION_JSON)
                .contentType(type)
                .body(body),
            answer)
        .body();
  }

  private <T> Versioned<T> view(
      Service service, RestClient.RequestHeadersSpec<?> request, Class<T> view) {
    return call(
        service,
        request,
        response ->
            new Versioned<>(
                json.readValue(response.getBody(), view), response.getHeaders().getETag()));
  }

  private RestClient.RequestHeadersSpec<?> request(
      Service service,
      HttpMethod method,
      Caller caller,
      @Nullable Object body,
      Consumer<HttpHeaders> more,
      String path,
      Object... variables) {
    RestClient.RequestBodySpec request =
        client(service)
            .method(method)
            .uri(path, variables)
            .headers(headers -> prepare(headers, caller))
            .headers(more)
            .accept(MediaType.APPLICATION_JSON);
    return body == null ? request : request.contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private <T> T call(
      Service service, RestClient.RequestHeadersSpec<?> request, Reading<T> reading) {
    try {
      T answer =
          request.exchange(
              (sent, response) -> {
                HttpStatusCode status = response.getStatusCode();
                if (status.value() == 503 || status.value() == 502 || status.value() == 504) {
                  throw new Away(service.path());
                }
                if (status.isError()) {
                  throw new Refused(status, problem(response));
                }
                return reading.read(response);
              });
      return java.util.Objects.requireNonNull(answer);
    } catch (ResourceAccessException unreachable) {
      throw new Away(service.path(), unreachable);
    }
  }

  private Refused.Problem problem(ClientHttpResponse response) throws IOException {
    byte[] bytes = response.getBody().readAllBytes();
    try {
      return json.readValue(bytes, Refused.Problem.class);
    } catch (JacksonException notAProblem) {
      return new Refused.Problem(
          null, null, "The service answered " + response.getStatusCode().value() + ".", null);
    }
  }

  private static void prepare(HttpHeaders headers, Caller caller) {
    headers.setAcceptLanguageAsLocales(java.util.List.of(LocaleContextHolder.getLocale()));
    if (caller.authorization() != null) {
      headers.set(HttpHeaders.AUTHORIZATION, caller.authorization());
    }
    headers.setAcceptCharset(java.util.List.of(StandardCharsets.UTF_8));
  }

  private RestClient client(Service service) {
    return client(clients, service);
  }

  private static RestClient client(Map<Service, RestClient> clients, Service service) {
    return java.util.Objects.requireNonNull(clients.get(service));
  }

  private interface Reading<T> {
    T read(ClientHttpResponse response) throws IOException;
  }

  /**
   * A view and the version that it stands for.
   *
   * @param body the view
   * @param etag its version, where the service gives one
   */
  public record Versioned<T>(T body, @Nullable String etag) {}
}
