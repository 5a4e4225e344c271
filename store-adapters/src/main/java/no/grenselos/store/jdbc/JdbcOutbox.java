package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;
import no.grenselos.store.Parked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record JdbcOutbox(JdbcQueue queue) implements Outbox {
  private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);

  /** The kinds with words in them, for SQL; the others are most of all errands. */
  private static final String WORDED =
      Arrays.stream(Errand.Worded.class.getPermittedSubclasses())
          .map(kind -> "'" + kind.getSimpleName() + "'")
          .collect(Collectors.joining(", "));

  private record There(long id, boolean parked, String group) {}

  @Override
  public void put(Errand errand, String group, Instant due) {
    JdbcQueue.Draft draft =
        new JdbcQueue.Draft(
            errand.key(),
            group,
            errand.getClass().getSimpleName(),
            Json.write(Errand.class, errand),
            due,
            due);
    boolean settled = false;
    // the entry may be done, or put by somebody else, between the look and the change
    while (!settled) settled = putAgain(errand.key(), due) || queue.add(draft);
  }

  private boolean putAgain(String key, Instant due) {
    Optional<There> there = hold(key);
    there.ifPresent(entry -> {
      renew(entry.id(), due);
      if (entry.parked())
        new QueueHead(queue.handle(), queue.dialect(), queue.name()).settle(entry.group());
    });
    return there.isPresent();
  }

  private Optional<There> hold(String key) {
    return queue
        .handle()
        .createQuery(
            "select id, stage, grp from queue where " + JdbcQueue.KEYED + queue.dialect().holding())
        .bind("name", queue.name())
        .bind("key", key)
        .map((row, c) ->
            new There(row.getLong("id"), row.getInt("stage") == 2, row.getString("grp")))
        .findOne();
  }

  private void renew(long id, Instant due) {
    queue
        .handle()
        .createUpdate(
            """
            update queue set version = version + 1,
                due_at = case when stage = 2 or (stage = 0 and :due < due_at)
                    then :due else due_at end,
                due_after_lease = case when stage = 1
                    then case when due_after_lease < :due then due_after_lease else :due end end,
                attempts = case when stage = 2 then 0 else attempts end,
                stage = case when stage = 2 then 0 else stage end
            where id = :id
            """)
        .bind("id", id)
        .bind("due", Millis.of(due))
        .execute();
  }

  @Override
  public List<Entry> lease(int most, Instant now, Instant leaseEnd) {
    List<Entry> entries = new ArrayList<>();
    for (QueueLease.Leased row : queue.lease(most, now, leaseEnd)) {
      try {
        entries.add(entry(row));
      } catch (IllegalArgumentException e) {
        // one errand nobody can read must not stop the others
        queue.park(row.id(), row.lease(), row.version(), "cannot be read: " + e.getMessage());
        log.warn("errand parked id={} reason={}", row.id(), e.getMessage());
      }
    }
    return entries;
  }

  private static Entry entry(QueueLease.Leased row) {
    return new Entry(
        row.id(),
        Json.read(Errand.class, row.content()),
        row.group(),
        row.attempts(),
        row.unsure(),
        row.version(),
        row.lease());
  }

  @Override
  public boolean done(Entry entry) {
    return queue.done(entry.id(), entry.lease(), entry.version());
  }

  @Override
  public boolean again(Entry entry, Instant due, String reason, boolean unsure) {
    return queue.again(entry.id(), entry.lease(), due, reason, unsure);
  }

  @Override
  public boolean prolong(Entry entry, Instant leaseEnd) {
    return queue.prolong(entry.id(), entry.lease(), leaseEnd);
  }

  @Override
  public boolean park(Entry entry, String reason) {
    return queue.park(entry.id(), entry.lease(), entry.version(), reason);
  }

  @Override
  public int forget(Predicate<Errand.Worded> which) {
    return new IdleEntries(queue)
        .forget(
            IdleEntries.ALL + " and what in (" + WORDED + ")",
            text -> Json.read(Errand.class, text) instanceof Errand.Worded one && which.test(one));
  }

  @Override
  public int forgetParked(Instant before, int most) {
    return new IdleEntries(queue).forgetParked(before, most);
  }

  @Override
  public Optional<Unfinished> unfinished(String key) {
    return queue
        .handle()
        .createQuery(
            """
            select stage, attempts, unsure, due_at, reason from queue
            where <keyed>
            """)
        .define("keyed", JdbcQueue.KEYED)
        .bind("name", queue.name())
        .bind("key", key)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Unfinished(
              key,
              stage(columns.count("stage")),
              columns.count("attempts"),
              columns.flag("unsure"),
              columns.moment("due_at"),
              columns.text("reason"));
        })
        .findOne();
  }

  private static Stage stage(int number) {
    return switch (number) {
      case 0 -> Stage.WAITING;
      case 1 -> Stage.RUNNING;
      case 2 -> Stage.PARKED;
      default -> throw new IllegalArgumentException("an entry of the queue has stage " + number);
    };
  }

  @Override
  public long waiting() {
    return queue.waiting();
  }

  @Override
  public List<Parked> parked(int most) {
    return queue.parked(most);
  }

  @Override
  public boolean revive(String key, Instant due) {
    return queue.revive(key, due);
  }
}
