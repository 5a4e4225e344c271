package no.grenselos.work;

import java.time.Instant;
import java.time.ZoneId;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Profile;
import no.grenselos.store.Books;
import no.grenselos.store.Profiles;

/** What is known of somebody's day, and where it is kept. */
public final class Seen {
  private Seen() {}

  /** An expert's profile, or a fresh one that says nothing. */
  public static Profile of(Work work, Expert expert) {
    return of(work.books(), expert, work.now());
  }

  /** The same, outside of a piece of work. */
  public static Profile of(Books books, Expert expert, Instant now) {
    Profiles profiles = books.profiles();
    return profiles
        .find(expert.id())
        .or(() ->
            expert.handles().stream()
                .flatMap(handle -> profiles.find(Profile.idOf(handle)).stream())
                .findFirst())
        .orElseGet(() -> Profile.of(expert.id(), now));
  }

  /** Notes what the house says, when it is news; a house that names no zone takes none back. */
  static void note(Work work, ExpertId id, Presence presence) {
    work.book()
        .expert(id)
        .map(expert -> of(work, expert))
        .filter(profile -> !after(profile.seen(), presence).equals(profile.seen()))
        .ifPresent(profile -> work.keep(profile.with(after(profile.seen(), presence))));
  }

  private static Profile.Seen after(Profile.Seen seen, Presence presence) {
    ZoneId zone = presence.zone() == null ? seen.zone() : presence.zone();
    return new Profile.Seen(zone, presence.awayUntil(), seen.gone());
  }
}
