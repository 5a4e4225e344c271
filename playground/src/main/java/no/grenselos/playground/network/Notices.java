package no.grenselos.playground.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** Tells everybody a post calls by name, except those it called before it was edited. */
  void called(Status status, List<String> before, Map<String, Account> accounts) {
    for (String acct : Markup.mentions(status.text())) {
      Account called = accounts.get(acct);
      if (called != null && !before.contains(acct)) {
        add("mention", called, status.account(), status.id());
      }
    }
  }

  void forget(String statusId) {
    all.removeIf(notice -> notice.statusId().equals(statusId));
  }

  List<Notice> of(Account account) {
    return all.reversed().stream().filter(one -> one.to().equals(account.id())).toList();
  }
}
