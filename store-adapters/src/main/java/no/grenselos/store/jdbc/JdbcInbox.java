package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.store.Inbox;
import no.grenselos.store.Parked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record JdbcInbox<T>(JdbcQueue queue, Class<T> type) implements Inbox<T> {
  private static final Logger log = LoggerFactory.getLogger(JdbcInbox.class);

  @Override
  public boolean add(String key, String group, T event, Instant at) {
    boolean added =
        queue
                .handle()
                .createUpdate(
                    "insert into seen (name, key) values (:name, :key) on conflict do nothing")
                .bind("name", queue.name())
                .bind("key", key)
                .execute()
            == 1;
    if (!added) return false;
    String what = event.getClass().getSimpleName();
    return queue.add(new JdbcQueue.Draft(key, group, what, Json.write(type, event), at, at));
  }

  @Override
  public List<Entry<T>> lease(int most, Instant now, Instant leaseEnd) {
    List<Entry<T>> entries = new ArrayList<>();
    for (JdbcQueue.Leased row : queue.lease(most, now, leaseEnd)) {
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
