package no.grenselos.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

record MemoryInbox<T>(MemoryQueue queue, Class<T> type) implements Inbox<T> {
  @Override
  public boolean add(String key, String group, T event, Instant at) {
    if (!queue.state().seen().add(queue.name() + " " + key)) return false;
    queue.insert(key, group, event, at, at);
    return true;
  }

  @Override
  public Set<String> seen(Collection<String> keys) {
    return keys.stream()
        .filter(key -> queue.state().seen().contains(queue.name() + " " + key))
        .collect(Collectors.toSet());
  }

  @Override
  public List<Entry<T>> lease(int most, Instant now, Instant leaseEnd) {
    return queue.lease(most, now, leaseEnd).stream()
        .map(row ->
            new Entry<>(
                row.id(),
                row.key(),
                type.cast(row.content()),
                row.receivedAt(),
                row.attempts(),
                row.lease()))
        .toList();
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
    return queue.forget(row -> row.group().equals(group), Integer.MAX_VALUE);
  }

  @Override
  public int forget(Predicate<T> which) {
    return queue.forget(row -> which.test(type.cast(row.content())), Integer.MAX_VALUE);
  }

  @Override
  public int forgetParked(Predicate<T> which) {
    return queue.forget(
        row -> row.stage() == MemoryQueue.Stage.PARKED && which.test(type.cast(row.content())),
        Integer.MAX_VALUE);
  }

  @Override
  public int idle(Predicate<T> which) {
    return queue.idle(row -> which.test(type.cast(row.content()))).size();
  }

  @Override
  public int forgetParked(Instant before, int most) {
    return queue.forgetParked(before, most);
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
