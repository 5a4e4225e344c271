package no.grenselos.store.jdbc;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which entry of a group is the head: the oldest unfinished one, unless another is leased. */
record QueueHead(Handle handle, Dialect dialect, String name) {
  /** The oldest of those behind the head; reads one row of the index queue_order. */
  static final String NEXT =
      """
      select id from queue where name = :name and grp = :group and stage < 2 and head = 0
      order by id limit 1
      """;

  private record Head(long id, boolean leased) {}

  /** Keeps the group's head as it is until the transaction ends; false when there is none. */
  boolean share(String group) {
    return find(group, dialect.sharing()).isPresent();
  }

  /** Makes the right entry the head after entries came back or went. */
  void settle(String group) {
    boolean settled = false;
    while (!settled) {
      Optional<Head> head = find(group, dialect.holding());
      if (head.isPresent() && head.get().leased()) return;
      Optional<Long> next = next(group);
      if (next.isEmpty()) return;
      if (head.isPresent() && head.get().id() < next.get()) return;
      head.ifPresent(old -> demote(old.id()));
      settled = promote(next.get(), group);
    }
  }

  private Optional<Head> find(String group, String holding) {
    return handle
        .createQuery(
            "select id, stage from queue where name = :name and grp = :group and head = 1"
                + holding)
        .bind("name", name)
        .bind("group", group)
        .map((row, context) -> new Head(row.getLong("id"), row.getInt("stage") == 1))
        .findOne();
  }

  private Optional<Long> next(String group) {
    return handle
        .createQuery(NEXT)
        .bind("name", name)
        .bind("group", group)
        .mapTo(Long.class)
        .findOne();
  }

  private void demote(long id) {
    handle.createUpdate("update queue set head = 0 where id = :id").bind("id", id).execute();
  }

  /** False when another transaction made a head meanwhile. */
  private boolean promote(long id, String group) {
    return handle
            .createUpdate(
                """
                update queue set head = 1 where id = :id and stage < 2 and not exists (
                    select 1 from queue other
                    where other.name = :name and other.grp = :group and other.head = 1)
                """)
            .bind("id", id)
            .bind("name", name)
            .bind("group", group)
            .execute()
        == 1;
  }
}
