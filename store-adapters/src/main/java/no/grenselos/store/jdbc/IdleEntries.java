package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries of a queue that nobody works on, to be taken away: they wait, or were set aside. */
record IdleEntries(JdbcQueue queue) {
  private static final Logger log = LoggerFactory.getLogger(IdleEntries.class);

  /** Whatever nobody works on. */
  static final String ALL = "stage <> 1";

  /** What was set aside. */
  static final String PARKED = "stage = 2";

  private record Idle(long id, String group, String content) {}

  /** Those of the group, each kind by an index of its own. Returns how many that were. */
  int forgetGroup(String group) {
    List<Idle> idle =
        Stream.of("head = 1 and stage = 0", "head = 0 and stage < 2", "stage = 2")
            .flatMap(kind -> idle(kind + " and grp = :group", Map.of("group", group)).stream())
            .toList();
    return forget(idle, any -> true);
  }

  /**
   * Those that fit; one that cannot be read fits nothing.
   *
   * @param where which rows are looked at
   */
  int forget(String where, Predicate<String> which) {
    return forget(idle(where, Map.of()), which);
  }

  /** How many fit. */
  int count(Predicate<String> which) {
    return Math.toIntExact(idle(ALL, Map.of()).stream().filter(one -> fits(one, which)).count());
  }

  private List<Idle> idle(String where, Map<String, ?> values) {
    return queue
        .handle()
        .createQuery("select id, grp, content from queue where name = :name and " + where)
        .bind("name", queue.name())
        .bindMap(values)
        .map((row, context) ->
            new Idle(row.getLong("id"), row.getString("grp"), row.getString("content")))
        .list();
  }

  private int forget(List<Idle> idle, Predicate<String> which) {
    int gone = 0;
    for (Idle entry : idle) {
      if (!fits(entry, which)) continue;
      int deleted =
          queue.handle().execute("delete from queue where id = ? and stage <> 1", entry.id());
      if (deleted == 1)
        new QueueHead(queue.handle(), queue.dialect(), queue.name()).settle(entry.group());
      gone += deleted;
    }
    return gone;
  }

  private static boolean fits(Idle entry, Predicate<String> which) {
    try {
      return which.test(entry.content());
    } catch (IllegalArgumentException e) {
      log.debug("entry not looked at id={} reason={}", entry.id(), e.getMessage());
      return false;
    }
  }

  /** So many of those set aside before that moment. */
  int forgetParked(Instant before, int most) {
    return queue
        .handle()
        .createUpdate(
            """
            delete from queue where id in (
              select id from queue where name = :name and stage = 2 and leased_at < :before
              order by id limit :most)
            """)
        .bind("name", queue.name())
        .bind("before", Millis.of(before))
        .bind("most", most)
        .execute();
  }
}
