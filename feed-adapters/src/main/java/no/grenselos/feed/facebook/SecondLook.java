package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup.Found;
import no.grenselos.feed.PostLookup.Seen;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/**
 * Asks for single posts by their ids, many in one call. What is not found one way is asked for the
 * next. Gone is only what Meta says it does not know while it does show us our account: a token
 * that sees nothing any more is told of in the same words, and must not erase all that we hold.
 */
record SecondLook(GraphApi api) {
  /** One question of each call is for our account. */
  static final int MOST = GraphApi.BATCH - 1;

  /** What came of one question. */
  private sealed interface Outcome {
    record There(Shown shown) implements Outcome {}

    record Missing() implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /**
   * @param ids at most {@link #MOST}
   * @param found makes an event of what is there
   */
  Found at(List<String> ids, Function<Mention, MentionEvent> found) {
    Gathering gathering = new Gathering();
    Map<String, Boolean> open = new LinkedHashMap<>();
    ids.forEach(id -> open.put(id, false));
    for (int way = 0; !open.isEmpty(); way++) {
      int turn = way;
      open.entrySet().removeIf(one -> isEnd(one, turn, gathering));
      if (open.isEmpty()) break;
      Optional<Found> trouble = ask(open, turn, found, gathering);
      if (trouble.isPresent()) return trouble.get();
    }
    return new Seen(gathering.events(), gathering.page(Cursor.START, false).skipped());
  }

  private boolean isEnd(Map.Entry<String, Boolean> one, int way, Gathering gathering) {
    if (way < api.account().waysTo(one.getKey()).size()) return false;
    if (one.getValue()) {
      gathering.take(
          one.getKey(),
          () ->
              new MentionEvent.Deleted(
                  api.account().mentionId(one.getKey()), api.clock().instant()));
    }
    return true;
  }

  private Optional<Found> ask(
      Map<String, Boolean> open,
      int way,
      Function<Mention, MentionEvent> found,
      Gathering gathering) {
    List<String> ids = List.copyOf(open.keySet());
    List<String> addresses = new ArrayList<>();
    addresses.add(api.account().id() + "?fields=id");
    ids.forEach(id -> addresses.add(api.account().waysTo(id).get(way).address()));
    return switch (api.batch(addresses)) {
      case Answer.Trouble trouble -> Optional.of(found(api.fetch(trouble)));
      case Answer.Ok ok -> {
        JsonNode answers = Json.parse(ok.body().bytes()).orElseGet(Json::object);
        Optional<Found> blind = blind(answers);
        for (int i = 0; blind.isEmpty() && i < ids.size(); i++) {
          String id = ids.get(i);
          note(id, outcome(answers.path(i + 1), id, way), open, found, gathering);
        }
        yield blind;
      }
    };
  }

  private void note(
      String id,
      Outcome outcome,
      Map<String, Boolean> open,
      Function<Mention, MentionEvent> found,
      Gathering gathering) {
    switch (outcome) {
      case Outcome.There there -> {
        open.remove(id);
        gathering.take(id, () -> found.apply(api.account().read(there.shown())));
      }
      case Outcome.Missing missing -> open.put(id, true);
      case Outcome.Unknown unknown -> {
        // the next way may know it; if none does, nothing is told of it
      }
    }
  }

  /** Why the other answers mean nothing; empty where our account is shown. */
  private Optional<Found> blind(JsonNode answers) {
    for (JsonNode answer : answers) {
      GraphError error = GraphError.of(status(answer), body(answer));
      if (error.tooMany() || error.ofToken()) return Optional.of(found(api.fetch(error)));
    }
    JsonNode account = answers.path(0);
    if (status(account) == 200 && body(account).has("id")) return Optional.empty();
    GraphError error = GraphError.of(status(account), body(account));
    return Optional.of(
        error.code() == 0
            ? new Fetch.Failed("the answer does not show our account")
            : found(api.fetch(error)));
  }

  private Outcome outcome(JsonNode answer, String id, int way) {
    JsonNode body = body(answer);
    if (GraphError.of(status(answer), body).missing()) return new Outcome.Missing();
    if (status(answer) != 200) return new Outcome.Unknown();
    Shown shown = api.account().waysTo(id).get(way).reading().apply(body);
    return shown.id().equals(id) ? new Outcome.There(shown) : new Outcome.Unknown();
  }

  private static int status(JsonNode answer) {
    return answer.path("code").asInt();
  }

  /** Each answer's body is a text that holds JSON. */
  private static JsonNode body(JsonNode answer) {
    return Json.parse(Json.text(answer, "body")).orElseGet(Json::object);
  }

  private static Found found(Fetch fetch) {
    return switch (fetch) {
      case Fetch.Wait wait -> wait;
      case Fetch.Failed failed -> failed;
      case Fetch.Refused refused -> refused;
      case Fetch.Page page -> new Seen(page.events(), page.skipped());
    };
  }
}
