package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.grenselos.app.demo.DemoScript.Deed;
import no.grenselos.playground.network.Markup;

/** People outside: each acts through the network's own API, with a token of their own. */
final class Outside {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI api;
  private final Map<String, String> posts = new ConcurrentHashMap<>();
  private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

  /**
   * @param network the network's address, ending in a slash
   */
  Outside(URI network) {
    this.api = network.resolve("api/v1/statuses/");
  }

  /** Does one deed; those it refers to must have been done before. */
  void act(Deed deed) throws IOException, InterruptedException {
    switch (deed.kind()) {
      case POST, REPLY -> {
        JsonNode made = call("POST", "", deed, words(deed));
        String id = made.path("id").asText();
        posts.put(deed.id(), id);
        deeds.put(id, deed);
      }
      case RESHARE -> call("POST", original(deed) + "/reblog", deed, Map.of());
      case EDIT -> call("PUT", original(deed), deed, Map.of("status", cut(deed.text())));
      case DELETE -> call("DELETE", original(deed), deed, Map.of());
    }
  }

  /** The deed that made the post with this id of the network's. */
  Optional<Deed> deed(String statusId) {
    return Optional.ofNullable(deeds.get(statusId));
  }

  private Map<String, String> words(Deed deed) {
    String text = cut(deed.text());
    return deed.of() == null
        ? Map.of("status", text, "language", deed.lang())
        : Map.of("status", text, "language", deed.lang(), "in_reply_to_id", original(deed));
  }

  private String original(Deed deed) {
    String id = deed.of() == null ? null : posts.get(deed.of());
    if (id == null) throw new IllegalStateException(deed.id() + " is about a post that is not out");
    return id;
  }

  /** The network takes no more than this; whoever writes longer texts there has to cut them too. */
  private static String cut(String text) {
    if (Markup.length(text) <= Markup.LIMIT) return text;
    String tag = " #lyngheia";
    int end = text.length();
    while (Markup.length(text.substring(0, end)) > Markup.LIMIT - tag.length()) end -= 50;
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > 0 ? space : end) + tag;
  }

  private JsonNode call(String method, String path, Deed deed, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String address = path.isEmpty() ? api.toString().replaceFirst("/$", "") : api + path;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + World.token(deed.account()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          deed.id() + ": the network answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
