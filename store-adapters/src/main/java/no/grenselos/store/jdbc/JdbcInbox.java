package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.grenselos.store.Inbox;
import no.grenselos.store.Parked;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record JdbcInbox<T>(JdbcQueue queue, Class<T> type) implements Inbox<T> {
  private static final Logger log = LoggerFactory.getLogger(JdbcInbox.class);

  @Override
  public boolean add(String key, String group, T event, Instant at) {
    return addAll(List.of(new Arrival<>(key, group, event)), at)[0];
  }

  @Override
  public boolean[] addAll(List<Arrival<T>> arrivals, Instant at) {
    boolean[] added = new boolean[arrivals.size()];
    if (arrivals.isEmpty()) return added;
    int[] seen = see(arrivals);
    List<JdbcQueue.Draft> drafts = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] == 1) drafts.add(draft(arrivals.get(i), at));
    }
    boolean[] put = new QueueBatch(queue).add(drafts);
    int next = 0;
    for (int i = 0; i < seen.length; i++) added[i] = seen[i] == 1 && put[next++];
    return added;
  }

  /** For each, 1 where its key was never seen before. */
  private int[] see(List<Arrival<T>> arrivals) {
    String insert = "insert into seen (name, key) values (:name, :key) on conflict do nothing";
    try (PreparedBatch batch = queue.handle().prepareBatch(insert)) {
      for (Arrival<T> arrival : arrivals) {
        batch.bind("name", queue.name()).bind("key", arrival.key()).add();
      }
      return batch.execute();
    }
  }

  @Override
  public Set<String> seen(Collection<String> keys) {
    if (keys.isEmpty()) return Set.of();
    return queue
        .handle()
        .createQuery("select key from seen where name = :name and key in (<keys>)")
        .bind("name", queue.name())
        .bindList("keys", List.copyOf(keys))
        .mapTo(String.class)
        .set();
  }

  private JdbcQueue.Draft draft(Arrival<T> arrival, Instant at) {
    String what = arrival.event().getClass().getSimpleName();
    String content = Json.write(type, arrival.event());
    return new JdbcQueue.Draft(arrival.key(), arrival.group(), what, content, at, at);
  }

  @Override
  public List<Entry<T>> lease(int most, Instant now, Instant leaseEnd) {
    List<Entry<T>> entries = new ArrayList<>();
    for (QueueLease.Leased row : queue.lease(most, now, leaseEnd)) {
      try {
        T event = Json.read(type, row.content());
        entries.add(
            new Entry<>(row.id(), row.key(), event, row.receivedAt(), row.attempts(), row.lease()));
      } catch (IllegalArgumentException e) {
        // one entry nobody can read must not stop the others
        queue.park(row.id(), row.lease(), row.version(), "cannot be read: " + e.getMessage());
        log.warn("entry parked queue={} id={} reason={}", queue.name(), row.id(), e.getMessage());
      }
    }
    return entries;
  }

  @Override
  public boolean done(Entry<T> entry) {
    return queue.done(entry.id(), entry.lease(), 1);
  }

  @Override
  public boolean again(Entry<T> entry, Instant due, String reason) {
    return queue.again(entry.id(), entry.lease(), due, reason, false);
  }

  @Override
  public boolean park(Entry<T> entry, String reason) {
    return queue.park(entry.id(), entry.lease(), 1, reason);
  }

  @Override
  public int forget(String group) {
    return new IdleEntries(queue).forgetGroup(group);
  }

  @Override
  public int forget(Predicate<T> which) {
    return new IdleEntries(queue)
        .forget(IdleEntries.ALL, text -> which.test(Json.read(type, text)));
  }

  @Override
  public int forgetParked(Predicate<T> which) {
    return new IdleEntries(queue)
        .forget(IdleEntries.PARKED, text -> which.test(Json.read(type, text)));
  }

  @Override
  public int idle(Predicate<T> which) {
    return new IdleEntries(queue).count(text -> which.test(Json.read(type, text)));
  }

  @Override
  public int forgetParked(Instant before, int most) {
    return new IdleEntries(queue).forgetParked(before, most);
  }

  @Override
  public long waiting() {
    return queue.waiting();
  }

  @Override
  public boolean waiting(String group) {
    return queue.waiting(group);
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
