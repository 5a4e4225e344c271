package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

record MemoryOutbox(MemoryQueue queue) implements Outbox {
  @Override
  public void put(Errand errand, String group, Instant due) {
    queue
        .find(errand.key())
        .ifPresentOrElse(
            row -> queue.putAgain(row, due),
            () -> queue.insert(errand.key(), group, errand, due, due));
  }

  @Override
  public List<Entry> lease(int most, Instant now, Instant leaseEnd) {
    return queue.lease(most, now, leaseEnd).stream()
        .map(row ->
            new Entry(
                row.id(),
                (Errand) row.content(),
                row.group(),
                row.attempts(),
                row.unsure(),
                row.version(),
                row.lease()))
        .toList();
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
    return queue.forget(
        row -> row.content() instanceof Errand.Worded worded && which.test(worded),
        Integer.MAX_VALUE);
  }

  @Override
  public int forgetParked(Instant before, int most) {
    return queue.forgetParked(before, most);
  }

  @Override
  public Optional<Unfinished> unfinished(String key) {
    return queue
        .find(key)
        .map(row ->
            new Unfinished(
                key,
                Stage.values()[row.stage().ordinal()],
                row.attempts(),
                row.unsure(),
                row.due(),
                row.reason()));
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
