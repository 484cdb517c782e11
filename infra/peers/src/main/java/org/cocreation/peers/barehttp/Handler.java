package org.cocreation.peers.barehttp;

import com.mongodb.client.MongoCollection;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One request, one insert. */
@RestController
class Handler {

  private final MongoCollection<Document> registrations;

  Handler(MongoCollection<Document> registrations) {
    this.registrations = registrations;
  }

  @PostMapping("/registrations")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> register(@RequestBody Map<String, Object> form) {
    String id = UUID.randomUUID().toString();
    registrations.insertOne(new Document("_id", id).append("state", new Document(form)));
    return Map.of("status", "accepted");
  }

  @GetMapping("/ready")
  Map<String, String> ready() {
    return Map.of("status", "UP");
  }
}
