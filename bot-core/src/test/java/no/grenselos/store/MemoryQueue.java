package no.grenselos.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One inbox or outbox of a {@link MemoryState}. */
record MemoryQueue(MemoryState state, String name) {
  enum Stage {
    WAITING,
    LEASED,
    PARKED
  }

  /**
   * An unfinished entry.
   *
   * @param due when leased: the lease's end
   * @param dueAfterLease set when it was put again while leased, else null
   * @param leasedAt when the last lease began
   */
  record Row(
      long id,
      String queue,
      String key,
      String group,
      Object content,
      Instant receivedAt,
      Stage stage,
      Instant due,
      Instant dueAfterLease,
      Instant leasedAt,
      String lease,
      int attempts,
      boolean unsure,
      long version,
      String reason) {

    Row waiting(Instant newDue) {
      return at(Stage.WAITING, newDue, null, "");
    }

    Row at(Stage newStage, Instant newDue, Instant newDueAfterLease, String newLease) {
      return new Row(
          id,
          queue,
          key,
          group,
          content,
          receivedAt,
          newStage,
          newDue,
          newDueAfterLease,
          leasedAt,
          newLease,
          attempts,
          unsure,
          version,
          reason);
    }

    Row leased(String newLease, Instant now, Instant end) {
      boolean lapsed = stage == Stage.LEASED;
      return new Row(
          id,
          queue,
          key,
          group,
          content,
          receivedAt,
          Stage.LEASED,
          end,
          null,
          now,
          newLease,
          attempts + 1,
          unsure || lapsed,
          version,
          reason);
    }

    Row tried(int newAttempts, boolean newUnsure, String newReason) {
      return new Row(
          id,
          queue,
          key,
          group,
          content,
          receivedAt,
          stage,
          due,
          dueAfterLease,
          leasedAt,
          lease,
          newAttempts,
          newUnsure,
          version,
          newReason);
    }

    Row nextVersion() {
      return new Row(
          id,
          queue,
          key,
          group,
          content,
          receivedAt,
          stage,
          due,
          dueAfterLease,
          leasedAt,
          lease,
          attempts,
          unsure,
          version + 1,
          reason);
    }
  }

  void insert(String key, String group, Object content, Instant receivedAt, Instant due) {
    long id = state.next("queue");
    state
        .queue()
        .put(
            id,
            new Row(
                id,
                name,
                key,
                group,
                content,
                receivedAt,
                Stage.WAITING,
                due,
                null,
                receivedAt,
                "",
                0,
                false,
                1,
                ""));
  }

  List<Row> lease(int most, Instant now, Instant end) {
    String lease = UUID.randomUUID().toString();
    List<Row> leased = new ArrayList<>();
    heads().values().stream()
        .filter(row -> !row.due().isAfter(now))
        .sorted(Comparator.comparing(Row::due).thenComparing(Row::id))
        .limit(most)
        .map(row -> row.leased(lease, now, end))
        .forEach(leased::add);
    leased.forEach(row -> state.queue().put(row.id(), row));
    return leased;
  }

  /** The entry of each group that is, or may next be, worked on. */
  private Map<String, Row> heads() {
    Map<String, Row> heads = new HashMap<>();
    for (Row row : rows()) {
      if (row.stage() == Stage.PARKED) continue;
      Row head = heads.get(row.group());
      if (head == null || row.stage() == Stage.LEASED) heads.put(row.group(), row);
    }
    return heads;
  }

  boolean done(long id, String lease, long version) {
    return change(
        id,
        lease,
        row ->
            row.version() == version ? null : row.waiting(row.dueAfterLease()).tried(0, false, ""));
  }

  boolean again(long id, String lease, Instant due, String reason, boolean unsure) {
    return change(
        id,
        lease,
        row -> {
          boolean sooner = row.dueAfterLease() != null && row.dueAfterLease().isBefore(due);
          return row.waiting(sooner ? row.dueAfterLease() : due)
              .tried(row.attempts(), unsure, reason);
        });
  }

  boolean prolong(long id, String lease, Instant end) {
    return change(id, lease, row -> row.at(Stage.LEASED, end, row.dueAfterLease(), lease));
  }

  boolean park(long id, String lease, long version, String reason) {
    return change(
        id,
        lease,
        row ->
            row.version() == version
                ? row.at(Stage.PARKED, row.due(), null, "")
                    .tried(row.attempts(), row.unsure(), reason)
                : row.waiting(row.dueAfterLease()).tried(0, row.unsure(), ""));
  }

  void putAgain(Row row, Instant due) {
    Row put = row.nextVersion();
    Row changed =
        switch (row.stage()) {
          case WAITING -> put.waiting(earlier(row.due(), due));
          case LEASED ->
              put.at(Stage.LEASED, row.due(), earlier(row.dueAfterLease(), due), row.lease());
          case PARKED -> put.waiting(due).tried(0, row.unsure(), "");
        };
    state.queue().put(row.id(), changed);
  }

  boolean revive(String key, Instant due) {
    Optional<Row> parked = find(key).filter(row -> row.stage() == Stage.PARKED);
    parked.ifPresent(
        row -> state.queue().put(row.id(), row.waiting(due).tried(0, row.unsure(), "")));
    return parked.isPresent();
  }

  Optional<Row> find(String key) {
    return rows().stream().filter(row -> row.key().equals(key)).findFirst();
  }

  long waiting() {
    return rows().stream().filter(row -> row.stage() != Stage.PARKED).count();
  }

  boolean waiting(String group) {
    return rows().stream()
        .anyMatch(row -> row.stage() != Stage.PARKED && row.group().equals(group));
  }

  List<Parked> parked(int most) {
    return rows().stream()
        .filter(row -> row.stage() == Stage.PARKED)
        .limit(most)
        .map(row -> new Parked(row.key(), what(row.content()), row.reason(), row.leasedAt()))
        .toList();
  }

  List<Row> idle(Predicate<Row> which) {
    return rows().stream().filter(row -> row.stage() != Stage.LEASED).filter(which).toList();
  }

  int forget(Predicate<Row> which, int most) {
    List<Row> gone = idle(which).stream().limit(most).toList();
    gone.forEach(row -> state.queue().remove(row.id()));
    return gone.size();
  }

  int forgetParked(Instant before, int most) {
    return forget(row -> row.stage() == Stage.PARKED && row.leasedAt().isBefore(before), most);
  }

  private static String what(Object content) {
    return content.getClass().getSimpleName();
  }

  private boolean change(long id, String lease, UnaryOperator<Row> change) {
    Row row = state.queue().get(id);
    if (row == null || row.stage() != Stage.LEASED || !row.lease().equals(lease)) return false;
    Row changed = change.apply(row);
    if (changed == null) state.queue().remove(id);
    else state.queue().put(id, changed);
    return true;
  }

  private List<Row> rows() {
    return state.queue().values().stream().filter(row -> row.queue().equals(name)).toList();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }
}
