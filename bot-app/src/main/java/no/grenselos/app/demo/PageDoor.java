package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Does what the playground's page does when somebody acts on it. Safe for many threads. */
final class PageDoor {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI verbs;

  /**
   * @param house whose verbs these are
   */
  PageDoor(URI playground, String house) {
    this.verbs = playground.resolve("play/" + house + "/");
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Whether nobody had anything against it. */
  boolean did(String verb, ObjectNode body) throws InterruptedException {
    JsonNode answer = send(verb, body);
    return answer.isObject() && !answer.has("trouble") && !answer.has("errors");
  }

  /** The answer; missing when the playground refused or could not be reached. */
  JsonNode send(String verb, ObjectNode body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(verbs.resolve(verb))
            .timeout(PATIENCE.multipliedBy(2))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.missingNode();
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
