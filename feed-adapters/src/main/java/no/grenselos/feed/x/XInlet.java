package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Network;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import okhttp3.HttpUrl;

/**
 * The door for X's webhooks. X asks whether we are there whenever it likes: its documents name each
 * hour and each half hour (docs.x.com, V2 Webhooks API). A call counts as taken by X when it is
 * answered with 200, which happens once its events are kept.
 */
record XInlet(String name, WebhookSecrets secrets, WebhookReader reader) implements Inlet {
  @Override
  public Network network() {
    return XFeedProvider.NETWORK;
  }

  @Override
  public Told receive(HttpCall call) {
    return switch (call.method()) {
      case "GET" -> challenged(call.query());
      case "POST" -> told(call);
      default -> refused(405, "Send a POST, or a GET with crc_token.");
    };
  }

  private Told challenged(String query) {
    HttpUrl asked = HttpUrl.parse("http://x.invalid/?" + query);
    String challenge = asked == null ? null : asked.queryParameter("crc_token");
    Optional<String> response = Optional.ofNullable(challenge).flatMap(secrets::response);
    return response
        .map(text -> Json.write(Json.object().put("response_token", text)))
        .<Told>map(json -> new Told.Answered(HttpAnswer.json(200, json)))
        .orElseGet(() -> refused(400, "crc_token is missing, or is none that X sends."));
  }

  private Told told(HttpCall call) {
    byte[] body = call.body().bytes();
    Optional<String> refusal = secrets.refusal(call, body);
    if (refusal.isPresent()) return refused(401, refusal.get());
    Optional<JsonNode> document = Json.parse(body).filter(JsonNode::isObject);
    if (document.isEmpty()) return refused(400, "The body is no JSON object.");
    Fetch.Page page = reader.read(document.get());
    return new Told.Posts(page, Optional.empty(), fresh -> HttpAnswer.empty(200));
  }

  private static Told refused(int status, String why) {
    return new Told.Answered(HttpAnswer.json(status, Json.write(Json.object().put("error", why))));
  }
}
