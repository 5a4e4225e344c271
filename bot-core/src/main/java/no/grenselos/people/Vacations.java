package no.grenselos.people;

import java.time.Instant;
import java.util.List;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Profile;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.work.Seen;

/**
 * Keeps what calendars say of people's leave. What they chose themselves is not touched, and a
 * newer reading of one calendar replaces its older one only.
 */
public final class Vacations {
  private static final int TRIES = 3;

  private Vacations() {}

  /**
   * Keeps the leaves of one calendar, all it has; within one transaction.
   *
   * @param said those of other sources are left out
   * @param by who had it read
   * @return false when it says what it said before
   */
  public static boolean keep(
      Books books, Expert expert, Leave.Source source, List<Leave> said, String by, Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Profile profile = Seen.of(books, expert, now);
      Profile next = profile.with(source, said);
      if (next.leaves().equals(profile.leaves())) return false;
      if (!books.profiles().save(next)) continue;
      long times = next.leaves().stream().filter(leave -> leave.source() == source).count();
      String detail = expert.id() + ": away " + times + " times, by " + source;
      books.audit().add(new AuditLog.Entry(now, by, "people.leave", null, detail));
      return true;
    }
    throw new IllegalStateException("the profile of " + expert.id() + " keeps changing");
  }
}
