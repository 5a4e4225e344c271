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
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.slack.PlaySlack;

/**
 * What a person can do on the playground's page, done over HTTP as the page does it. Safe for many
 * threads.
 */
final class Hands {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI verbs;
  private final PlaySlack slack;

  Hands(URI playground, PlaySlack slack) {
    this.verbs = playground.resolve("play/slack/");
    this.slack = slack;
  }

  /** False when the message no longer offers that, or the playground would not have it. */
  boolean press(String user, Screen screen, String press) throws InterruptedException {
    Optional<Screen.Knob> knob = screen.knob(press);
    if (knob.isEmpty()) return false;
    ObjectNode body = on(user, screen);
    body.put("block_id", knob.get().blockId()).put("action_id", knob.get().actionId());
    if (!knob.get().value().isEmpty()) body.put("value", knob.get().value());
    return did("press", body);
  }

  boolean react(String user, Screen screen, String emoji, boolean remove)
      throws InterruptedException {
    return did("react", on(user, screen).put("name", emoji).put("remove", remove));
  }

  /**
   * Presses what opens a form, fills it in and sends it. A form that finds fault is closed again.
   *
   * @param fields by block id
   * @return whether it was accepted
   */
  boolean fillIn(String user, Screen screen, String press, Map<String, String> fields)
      throws InterruptedException {
    if (!press(user, screen, press)) return false;
    if (!slack.await(play -> !play.views(user).isEmpty(), PATIENCE)) return false;
    String view = slack.views(user).getLast().path("id").asText();
    ObjectNode body = JSON.createObjectNode().put("user", user).put("view_id", view);
    ObjectNode values = body.putObject("values");
    fields.forEach((block, text) -> values.putObject(block).put("value", text));
    JsonNode answer = send("submit", body);
    if (answer.isObject() && answer.isEmpty()) return true;
    did("close", JSON.createObjectNode().put("user", user).put("view_id", view));
    return false;
  }

  private static ObjectNode on(String user, Screen screen) {
    return JSON.createObjectNode()
        .put("user", user)
        .put("channel", screen.channel())
        .put("ts", screen.ts());
  }

  private boolean did(String verb, ObjectNode body) throws InterruptedException {
    JsonNode answer = send(verb, body);
    return answer.isObject() && !answer.has("trouble");
  }

  /** The answer; missing when the playground refused or could not be reached. */
  private JsonNode send(String verb, ObjectNode body) throws InterruptedException {
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
