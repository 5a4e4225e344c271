package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a feed holds: since when comments count, up to when all is known, the units
 * spent today, and the latest comments. Not thread safe; made anew from the cursor for every fetch.
 */
final class SeenComments {
  /** In the order of asking: the first was not shown to us for longest. */
  private final LinkedHashMap<String, SeenComment> comments = new LinkedHashMap<>();

  private final Set<String> shown = new HashSet<>();
  private boolean first;
  private long start;
  private long floor;
  private DailyUnits.Spent spent = new DailyUnits.Spent(LocalDate.EPOCH, 0);

  /** A look at fifty takes one unit, so all are asked about in ten looks at most. */
  private static final int KEPT = 500;

  /** Some ids of one kind to ask about in one call. */
  record Turn(List<String> ids, boolean ofReplies) {}

  /**
   * @param begin since when comments count where the cursor says nothing, in Unix seconds
   */
  static SeenComments of(Cursor cursor, long begin) {
    SeenComments seen = new SeenComments();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.first = !node.has("start");
    seen.start = node.path("start").asLong(begin);
    seen.floor = node.path("floor").asLong(seen.start);
    seen.spent = spent(node);
    for (Map.Entry<String, JsonNode> comment : node.path("seen").properties()) {
      seen.comments.put(comment.getKey(), SeenComment.read(comment.getValue()));
    }
    return seen;
  }

  private static DailyUnits.Spent spent(JsonNode node) {
    try {
      long units = Math.max(0, node.path("units").asLong());
      return new DailyUnits.Spent(LocalDate.parse(Json.text(node, "day")), units);
    } catch (DateTimeException noDay) {
      return new DailyUnits.Spent(LocalDate.EPOCH, 0);
    }
  }

  Cursor cursor(DailyUnits.Spent today) {
    forgetOldest();
    ObjectNode node =
        Json.object()
            .put("start", start)
            .put("floor", floor)
            .put("day", today.day().toString())
            .put("units", today.units());
    ObjectNode kept = node.putObject("seen");
    comments.forEach((id, seen) -> seen.write(kept.putArray(id)));
    return new Cursor(Json.write(node));
  }

  private void forgetOldest() {
    List<Map.Entry<String, SeenComment>> old =
        comments.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, SeenComment> kept) -> kept.getValue().published())
                    .reversed())
            .skip(KEPT)
            .toList();
    for (Map.Entry<String, SeenComment> forgotten : old) {
      floor = Math.max(floor, forgotten.getValue().published());
      comments.remove(forgotten.getKey());
    }
  }

  /** Whether nothing was ever read. */
  boolean atStart() {
    return first;
  }

  DailyUnits.Spent spent() {
    return spent;
  }

  boolean knows(Comment comment) {
    return comments.containsKey(comment.id());
  }

  /** Too old to be new. One without a time is not: it will be listed as unreadable. */
  boolean isHistory(Comment comment) {
    return !knows(comment) && comment.published() != 0 && comment.published() <= floor;
  }

  /** Whether nothing that comes after it, in a list with the newest first, can be new. */
  boolean reachedBy(Comment comment) {
    return knows(comment) || isHistory(comment);
  }

  /** Whether it counts at all; what is older than the first look is known for its replies only. */
  boolean told(String id) {
    return find(id).filter(seen -> seen.published() > start).isPresent();
  }

  String revision(Comment comment) {
    return find(comment.id()).map(SeenComment::revision).orElse("");
  }

  String video(String id) {
    return find(id).map(SeenComment::video).orElse("");
  }

  /** Whether the thread has as many replies as when they were last read. */
  boolean hasRead(CommentThread thread) {
    return find(thread.top().id()).filter(seen -> seen.replies() == thread.total()).isPresent();
  }

  /** Need not be asked about again in this fetch. */
  void show(Comment comment) {
    shown.add(comment.id());
  }

  /** As it is by now; the last to be asked about again. */
  void remember(Comment comment, long now) {
    SeenComment before = comments.remove(comment.id());
    SeenComment after = before == null ? SeenComment.of(comment, now) : before.shown(comment);
    comments.put(comment.id(), after);
  }

  void readReplies(String thread, int total) {
    comments.computeIfPresent(thread, (id, seen) -> seen.withReplies(total));
  }

  /** Who was not shown for longest, and whoever of the same kind follows. */
  Turn turn(int most) {
    List<Map.Entry<String, SeenComment>> waiting =
        comments.entrySet().stream()
            .filter(kept -> mayBeAsked(kept.getKey(), kept.getValue()))
            .toList();
    boolean ofReplies = !waiting.isEmpty() && waiting.getFirst().getValue().isReply();
    return new Turn(
        waiting.stream()
            .filter(kept -> kept.getValue().isReply() == ofReplies)
            .map(Map.Entry::getKey)
            .limit(most)
            .toList(),
        ofReplies);
  }

  private boolean mayBeAsked(String id, SeenComment seen) {
    boolean asksForSomething = !seen.isReply() || told(id);
    return asksForSomething && !(shown.contains(id) && seen.found());
  }

  void found(String id) {
    comments.computeIfPresent(id, (same, seen) -> seen.foundById());
  }

  /** Whether it is gone: it was found by its id before, and now twice was not. */
  boolean missed(String id) {
    SeenComment seen = comments.get(id);
    if (seen == null || seen.missed()) return seen != null;
    SeenComment now = seen.missedById();
    comments.remove(id);
    // whether it is gone for certain is the next question
    if (now.missed()) comments.putFirst(id, now);
    else comments.put(id, now);
    return false;
  }

  void forget(String id) {
    comments.remove(id);
  }

  private Optional<SeenComment> find(String id) {
    return Optional.ofNullable(comments.get(id));
  }
}
