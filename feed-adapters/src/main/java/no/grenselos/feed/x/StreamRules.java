package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.feed.http.Opening;
import no.grenselos.feed.http.PlainText;
import okhttp3.HttpUrl;

/**
 * Keeps the app's rules in step with what is searched for. An app's stream tells of all its rules,
 * so ours carry a tag; the others are somebody else's and stay as they are (docs.x.com, Filtered
 * stream: build a rule).
 */
record StreamRules(XApi api, HttpUrl base) {
  private static final String TAG = "grenselos";

  /** What came of it. */
  sealed interface Kept {
    /**
     * @param ids of the rules that are ours
     */
    record Yes(List<String> ids) implements Kept {}

    record No(LiveSource.Opened instead) implements Kept {}
  }

  /** Sees to it that this is the only rule of ours. */
  Kept keep(String value, Secret token) {
    return switch (api.client().get(address(), XApi.headers(token))) {
      case Answer.Trouble trouble -> new Kept.No(instead(trouble));
      case Answer.Ok ok ->
          json(ok.body().bytes())
              .map(answer -> keep(value, Json.elements(answer.path("data")), token))
              .orElseGet(StreamRules::unreadable);
    };
  }

  private Kept keep(String value, List<JsonNode> rules, Secret token) {
    List<JsonNode> ours =
        rules.stream().filter(rule -> Json.text(rule, "tag").equals(TAG)).toList();
    List<String> kept = new ArrayList<>();
    List<String> outdated = new ArrayList<>();
    for (JsonNode rule : ours) {
      boolean wanted = kept.isEmpty() && Json.text(rule, "value").strip().equals(value.strip());
      (wanted ? kept : outdated).add(Json.text(rule, "id"));
    }
    if (!outdated.isEmpty()) {
      Answer removed = post(removal(outdated), token);
      if (removed instanceof Answer.Trouble trouble) return new Kept.No(instead(trouble));
    }
    return kept.isEmpty() ? add(value, token) : new Kept.Yes(kept);
  }

  private static ObjectNode removal(List<String> ids) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putObject("delete").putArray("ids");
    ids.forEach(list::add);
    return body;
  }

  private Kept add(String value, Secret token) {
    ObjectNode body = Json.object();
    body.putArray("add").addObject().put("value", value).put("tag", TAG);
    return switch (post(body, token)) {
      case Answer.Ok ok -> added(ok.body().bytes(), token);
      case Answer.Denied denied when denied.status() == 400 -> added(denied.body().bytes(), token);
      case Answer.Trouble trouble -> new Kept.No(instead(trouble));
    };
  }

  private static Kept added(byte[] answer, Secret token) {
    return json(answer)
        .filter(told -> told.has("data") || told.has("errors"))
        .map(told -> added(told, token))
        .orElseGet(StreamRules::unreadable);
  }

  /**
   * A rule that is there already under another tag tells us just as well; X counts it among the
   * invalid ones, and names it.
   */
  private static Kept added(JsonNode answer, Secret token) {
    List<String> ids = new ArrayList<>();
    for (JsonNode rule : Json.elements(answer.path("data"))) ids.add(Json.text(rule, "id"));
    for (JsonNode error : Json.elements(answer.path("errors"))) {
      if (Json.text(error, "title").equals("DuplicateRule")) ids.add(Json.text(error, "id"));
    }
    ids.removeIf(String::isEmpty);
    return ids.isEmpty() ? new Kept.No(invalid(answer, token)) : new Kept.Yes(ids);
  }

  private static LiveSource.Opened invalid(JsonNode answer, Secret token) {
    String detail =
        Json.elements(answer.path("errors").path(0).path("details")).stream()
            .map(line -> line.asText(""))
            .filter(line -> !line.isBlank() && !line.contains(token.reveal()))
            .findFirst()
            .map(line -> ": " + PlainText.line(line, 200))
            .orElse("");
    return new LiveSource.Opened.Later(
        new Fetch.Refused(
            "X does not take the search as a rule of its stream" + detail,
            "Change `search`: a rule needs a word, a hashtag or an account, and not every operator"
                + " of the search exists in the stream. Or leave out `stream`."));
  }

  private Answer post(ObjectNode body, Secret token) {
    return api.client().post(address(), XApi.headers(token), Json.body(body));
  }

  private HttpUrl address() {
    return base.newBuilder().addPathSegments("2/tweets/search/stream/rules").build();
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    return Json.parse(bytes).filter(JsonNode::isObject);
  }

  /** Some gateway's answer: it says nothing of the rules, and nobody has to mend anything. */
  private static Kept unreadable() {
    return new Kept.No(instead(new Answer.Failed("the answer is no list of rules")));
  }

  /** X's trouble is climbed like that of the stream itself. */
  private static LiveSource.Opened instead(Answer.Trouble trouble) {
    return switch (trouble) {
      case Answer.Denied denied -> new LiveSource.Opened.Later(XApi.refused(denied));
      case Answer.Wait wait -> new LiveSource.Opened.No(new Opening.Not(wait, 429));
      case Answer.Failed failed -> new LiveSource.Opened.No(new Opening.Not(failed, 500));
      case Answer.NotAllowed not -> new LiveSource.Opened.No(new Opening.Not(not, 0));
    };
  }
}
