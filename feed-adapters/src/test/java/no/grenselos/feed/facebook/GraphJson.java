package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Source;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;
import no.grenselos.web.HttpCall;

/** Answers and webhooks in Meta's shape, with texts of our own. */
final class GraphJson {
  static final Canned NONE = answer(200, "{\"data\":[]}");

  private GraphJson() {}

  static Canned answer(int status, String json) {
    return new Canned(status, Map.of("Content-Type", "application/json"), Body.of(json));
  }

  static Canned posts(String... posts) {
    return answer(200, list("", posts));
  }

  static String list(String next, String... posts) {
    return "{\"data\":[%s],\"paging\":{\"next\":\"%s\"}}".formatted(String.join(",", posts), next);
  }

  /** A visitor's post of the minute after eight. */
  static String post(String id, int minute, String words) {
    return said(id, minute, words, "77");
  }

  static String said(String id, int minute, String words, String who) {
    return """
    {"id": "%s", "message": "%s", "from": {"id": "%s", "name": "Kari Nes"},
     "created_time": "2026-03-02T08:%02d:00+0000"}\
    """
        .formatted(id, words, who, minute);
  }

  /** A post of the page with comments, the newest first. */
  static String withComments(String id, String next, String... comments) {
    return "{\"id\":\"%s\",\"from\":{\"id\":\"500\"},\"created_time\":\"2026-03-02T07:00:00+0000\","
            .formatted(id)
        + "\"comments\":"
        + list(next, comments)
        + "}";
  }

  static Canned error(int status, int code, int subcode) {
    return answer(status, errorBody(code, subcode));
  }

  static String errorBody(int code, int subcode) {
    return "{\"error\":{\"message\":\"Nei\",\"code\":%d,\"error_subcode\":%d}}"
        .formatted(code, subcode);
  }

  /** A batch's answer whose first part shows our account. */
  static Canned batch(String... bodies) {
    ArrayNode parts = Json.object().putArray("parts");
    parts.addObject().put("code", 200).put("body", "{\"id\":\"500\"}");
    for (String body : bodies) {
      int status = body.contains("\"error\"") ? 400 : 200;
      parts.addObject().put("code", status).put("body", body);
    }
    return answer(200, Json.write(parts));
  }

  static String webhook(String object, String field, String value) {
    return "{\"object\":\"%s\",\"entry\":[{\"id\":\"500\",\"time\":1772438460,\"changes\":["
            .formatted(object)
        + "{\"field\":\"%s\",\"value\":{%s}}]}]}".formatted(field, value);
  }

  /** Signed as Meta does, with the secret given. */
  static HttpCall signed(String body, String secret) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String mac = HexFormat.of().formatHex(new AppSecret(new Secret(secret)).mac(bytes));
    Map<String, List<String>> headers = Map.of("x-hub-signature-256", List.of("sha256=" + mac));
    return new HttpCall("POST", "/fb", "", headers, Body.of(bytes));
  }

  /** Opened with every secret the one given. */
  static Source open(FeedProvider provider, Map<String, String> entry, FeedContext context) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    entry.forEach((key, value) -> nodes.put(key, new Node.Scalar(value, 1)));
    Settings settings =
        new Settings(new Node.Mapping(nodes, 1), "feeds[0]", new Problems("grenselos.yml"));
    return provider.open("fb", settings, context);
  }

  static FeedContext context(Clock clock, String secret) {
    return new FeedContext(clock, name -> Optional.of(new Secret(secret)), true);
  }
}
