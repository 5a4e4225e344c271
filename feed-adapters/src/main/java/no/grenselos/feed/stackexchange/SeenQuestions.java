package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a feed holds: since when questions count, the activity read up to, and the
 * latest questions with their last known edit. Not thread safe; made anew from the cursor for every
 * fetch.
 */
final class SeenQuestions {
  private static final int KEPT = 3 * StackExchangeApi.PAGE;

  /** In the order of asking: the first was not asked about for longest. */
  private final Map<String, Seen> questions = new LinkedHashMap<>();

  private long start;
  private long since;
  private int page;
  private int polls;
  private long notBefore;

  /**
   * @param missed whether it was not there when last asked about
   */
  private record Seen(String revision, boolean missed) {}

  /**
   * @param begin since when questions count where the cursor says nothing, in Unix seconds
   */
  static SeenQuestions of(Cursor cursor, long begin) {
    SeenQuestions seen = new SeenQuestions();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.start = node.path("start").asLong(begin);
    seen.since = node.path("since").asLong(begin);
    seen.page = Math.max(1, node.path("page").asInt());
    seen.polls = node.path("polls").asInt();
    seen.notBefore = node.path("notBefore").asLong();
    for (Map.Entry<String, JsonNode> question : node.path("seen").properties()) {
      JsonNode parts = question.getValue();
      seen.questions.put(
          question.getKey(), new Seen(parts.path(0).asText(""), parts.path(1).asBoolean()));
    }
    return seen;
  }

  Cursor cursor() {
    ObjectNode node =
        Json.object()
            .put("start", start)
            .put("since", since)
            .put("page", page)
            .put("polls", polls)
            .put("notBefore", notBefore);
    ObjectNode kept = node.putObject("seen");
    Set<String> latest =
        questions.keySet().stream()
            .sorted(IdOrder.OLDEST_FIRST.reversed())
            .limit(KEPT)
            .collect(Collectors.toSet());
    questions.forEach((id, seen) -> {
      if (latest.contains(id)) kept.putArray(id).add(seen.revision()).add(seen.missed());
    });
    return new Cursor(Json.write(node));
  }

  /** Activity on a question asked before the first look does not make it a new one. */
  boolean counts(Instant asked) {
    return asked.getEpochSecond() >= start;
  }

  long since() {
    return since;
  }

  int page() {
    return page;
  }

  /** Before then, in Unix seconds, the API wants to be left alone. */
  long notBefore() {
    return notBefore;
  }

  void restUntil(long second) {
    notBefore = second;
  }

  /** A page was read whose last question was active then; many of one second need several pages. */
  void readUpTo(long active, boolean more) {
    page = more && active <= since ? page + 1 : 1;
    since = Math.max(since, active);
  }

  /** Counts a quiet poll; whether it is time for a second look. */
  boolean timeToLookAgain(int every) {
    polls = polls + 1 >= every ? 0 : polls + 1;
    return polls == 0;
  }

  /** Empty when it was never seen. */
  Optional<String> revision(String id) {
    return Optional.ofNullable(questions.get(id)).map(Seen::revision);
  }

  boolean missed(String id) {
    return Optional.ofNullable(questions.get(id)).filter(Seen::missed).isPresent();
  }

  /** It is there; the last to be asked about again. */
  void remember(String id, String revision) {
    questions.remove(id);
    questions.put(id, new Seen(revision, false));
  }

  void miss(String id) {
    Seen seen = questions.remove(id);
    if (seen != null) questions.put(id, new Seen(seen.revision(), true));
  }

  void forget(String id) {
    questions.remove(id);
  }

  List<String> toAskAbout() {
    return questions.keySet().stream()
        .filter(id -> id.matches("\\d{1,15}"))
        .limit(StackExchangeApi.PAGE)
        .toList();
  }
}
