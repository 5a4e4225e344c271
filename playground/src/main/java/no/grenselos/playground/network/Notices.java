package no.grenselos.playground.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What every account was told, oldest first. Guarded by the network's lock. */
final class Notices {
  private final List<Notice> all = new ArrayList<>();
  private final Snowflakes ids;
  private final Clock clock;

  Notices(Snowflakes ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Tells {@code to}; nobody is told of what they did themselves. */
  void add(String type, Account to, Account from, String statusId) {
    if (!to.id().equals(from.id())) {
      all.add(new Notice(ids.next(), type, to.id(), from, statusId, clock.instant()));
    }
  }

  void forget(String statusId) {
    all.removeIf(notice -> notice.statusId().equals(statusId));
  }

  List<Notice> of(Account account) {
    return all.reversed().stream().filter(one -> one.to().equals(account.id())).toList();
  }
}
