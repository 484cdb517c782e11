package org.cocreation.peers.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events on the wire as the contracts want them: CloudEvents in binary mode with a JSON body. */
public final class Wire {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Wire() {}

  /** The body's bytes. */
  public static byte[] bytes(Object body) {
    return JSON.writeValueAsBytes(body);
  }

  /** The body of these bytes. */
  public static <B> B read(byte[] bytes, Class<B> type) {
    return JSON.readValue(bytes, type);
  }

  /** The headers of an event. */
  public static Map<String, Object> headers(String type, String id, String subject, Instant time) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_type", type);
    headers.put("ce_source", "/" + type.split("\\.", -1)[2]);
    headers.put("ce_subject", subject);
    headers.put("ce_time", time.toString());
    headers.put("content-type", "application/json");
    headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    return headers;
  }

  /** Somebody's attendance. */
  public static ProducerRecord<String, byte[]> record(String topic, Attendance.Recorded body) {
    return record(
        topic,
        body.registrationId(),
        bytes(body),
        headers(
            Attendance.Recorded.TYPE, body.eventId(), body.registrationId(), body.recordedAt()));
  }

  /** Somebody's certificate. */
  public static ProducerRecord<String, byte[]> record(String topic, Completion.Issued body) {
    return record(
        topic,
        body.registrationId(),
        bytes(body),
        headers(Completion.Issued.TYPE, body.eventId(), body.registrationId(), body.issuedAt()));
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, String key, byte[] value, Map<String, Object> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, content) ->
            record.headers().add(name, content.toString().getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
