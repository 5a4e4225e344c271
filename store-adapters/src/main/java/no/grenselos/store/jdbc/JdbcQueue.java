package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.store.Parked;
import org.jdbi.v3.core.Handle;

/**
 * The unfinished entries of one inbox or outbox. Of each group one entry is the head; only heads
 * are leased, and a unique index keeps it at one head a group. Whoever adds behind a head holds on
 * to it meanwhile, so that whoever ends it cannot overlook the newcomer: see {@link QueueHead}.
 */
record JdbcQueue(Handle handle, Dialect dialect, String name) {
  /** One entry, by the index queue_key, which fits nothing that has no attempts in it. */
  static final String KEYED = "name = :name and key = :key and attempts >= 0";

  /** Does nothing where the key is there, or where the group has a head and this were one too. */
  static final String INSERT =
      """
      insert into queue (name, key, grp, what, content, received_at, stage, head, due_at,
          leased_at, lease, attempts, unsure, version, reason)
      values (:name, :key, :group, :what, :content, :received, 0, :head, :due,
          :received, '', 0, 0, 1, '')
      on conflict do nothing
      """;

  /** Heads and those behind them, each from an index of their own. */
  static final String WAITING =
      """
      select (select count(*) from queue where name = :name and head = 1)
          + (select count(*) from queue where name = :name and stage < 2 and head = 0)
      """;

  /** An entry to be added. */
  record Draft(
      String key, String group, String what, String content, Instant receivedAt, Instant due) {}

  /** False when the key is there already. */
  boolean add(Draft draft) {
    while (true) {
      if (insert(draft, 1)) return true;
      if (contains(draft.key())) return false;
      if (head().share(draft.group())) return insert(draft, 0);
    }
  }

  private boolean insert(Draft draft, int asHead) {
    return handle
            .createUpdate(INSERT)
            .bind("name", name)
            .bind("key", draft.key())
            .bind("group", draft.group())
            .bind("what", draft.what())
            .bind("content", draft.content())
            .bind("received", Millis.of(draft.receivedAt()))
            .bind("head", asHead)
            .bind("due", Millis.of(draft.due()))
            .execute()
        == 1;
  }

  private boolean contains(String key) {
    return handle
        .createQuery("select id from queue where " + KEYED)
        .bind("name", name)
        .bind("key", key)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  List<QueueLease.Leased> lease(int most, Instant now, Instant end) {
    return new QueueLease(handle, dialect, name).take(most, now, end);
  }

  /** Deletes the entry, or lets it wait again when it was put since it was leased. */
  boolean done(long id, String lease, long version) {
    Optional<String> group =
        handle
            .createQuery(
                """
                delete from queue
                where id = :id and stage = 1 and lease = :lease and version = :version
                returning grp
                """)
            .bind("id", id)
            .bind("lease", lease)
            .bind("version", version)
            .mapTo(String.class)
            .findOne();
    group.ifPresent(head()::settle);
    return group.isPresent() || renew(id, lease, "attempts = 0, unsure = 0");
  }

  boolean park(long id, String lease, long version, String reason) {
    Optional<String> group =
        handle
            .createQuery(
                """
                update queue set stage = 2, head = 0, lease = '', reason = :reason
                where id = :id and stage = 1 and lease = :lease and version = :version
                returning grp
                """)
            .bind("id", id)
            .bind("lease", lease)
            .bind("version", version)
            .bind("reason", reason)
            .mapTo(String.class)
            .findOne();
    group.ifPresent(head()::settle);
    return group.isPresent() || renew(id, lease, "attempts = 0");
  }

  private boolean renew(long id, String lease, String alsoSet) {
    return handle
            .createUpdate(
                """
                update queue set stage = 0, due_at = coalesce(due_after_lease, due_at),
                    due_after_lease = null, lease = '', reason = '', <also>
                where id = :id and stage = 1 and lease = :lease
                """)
            .define("also", alsoSet)
            .bind("id", id)
            .bind("lease", lease)
            .execute()
        == 1;
  }

  boolean again(long id, String lease, Instant due, String reason, boolean unsure) {
    Optional<String> group =
        handle
            .createQuery(
                """
                update queue set stage = 0, lease = '', reason = :reason, unsure = :unsure,
                    due_at = case when due_after_lease < :due then due_after_lease else :due end,
                    due_after_lease = null
                where id = :id and stage = 1 and lease = :lease
                returning grp
                """)
            .bind("id", id)
            .bind("lease", lease)
            .bind("due", Millis.of(due))
            .bind("reason", reason)
            .bind("unsure", unsure ? 1 : 0)
            .mapTo(String.class)
            .findOne();
    group.ifPresent(head()::settle);
    return group.isPresent();
  }

  boolean prolong(long id, String lease, Instant end) {
    return handle
            .createUpdate(
                "update queue set due_at = :end where id = :id and stage = 1 and lease = :lease")
            .bind("end", Millis.of(end))
            .bind("id", id)
            .bind("lease", lease)
            .execute()
        == 1;
  }

  boolean revive(String key, Instant due) {
    Optional<String> group =
        handle
            .createQuery(
                """
                update queue set stage = 0, due_at = :due, attempts = 0, reason = ''
                where <keyed> and stage = 2
                returning grp
                """)
            .define("keyed", KEYED)
            .bind("name", name)
            .bind("key", key)
            .bind("due", Millis.of(due))
            .mapTo(String.class)
            .findOne();
    group.ifPresent(head()::settle);
    return group.isPresent();
  }

  long waiting() {
    return handle.createQuery(WAITING).bind("name", name).mapTo(Long.class).one();
  }

  boolean waiting(String group) {
    return handle
        .createQuery("select id from queue where name = :name and grp = :group and head = 1")
        .bind("name", name)
        .bind("group", group)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  List<Parked> parked(int most) {
    return handle
        .createQuery(
            """
            select key, what, reason, leased_at from queue where name = :name and stage = 2
            order by id limit :most
            """)
        .bind("name", name)
        .bind("most", most)
        .map((row, context) -> parked(new Columns(row)))
        .list();
  }

  private static Parked parked(Columns row) throws SQLException {
    return new Parked(
        row.text("key"), row.text("what"), row.text("reason"), row.moment("leased_at"));
  }

  private QueueHead head() {
    return new QueueHead(handle, dialect, name);
  }
}
