package no.grenselos.flow;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.Place;
import no.grenselos.command.Notices;
import no.grenselos.expert.Handle;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedState;
import no.grenselos.store.Closures.Closure;
import no.grenselos.store.Closures.Kind;
import no.grenselos.work.Shut;
import no.grenselos.work.Work;

/**
 * Tells the admins, once each, that a feed is silent, cannot be read, or costs too much; the same
 * card says later that it is over.
 */
final class FeedAlarms {
  /** What feeds have no chat house for. */
  private static final String HOUSE = "";

  private FeedAlarms() {}

  /** Looks at how the feed did: what is new is told, what is over is told to be over. */
  static void judge(Work work, Feed feed, FeedState state) {
    judge(work, feed.name(), state);
    feed.budget().ifPresent(budget -> judge(work, feed, budget));
  }

  /** The same of what costs nothing. */
  static void judge(Work work, String name, FeedState state) {
    set(work, Kind.FEED_DOWN, name, state.lastingTrouble(work.now()));
    set(
        work,
        Kind.FEED_SILENT,
        name,
        state.unusualSilence(work.now()).map(time -> String.valueOf(time.toHours())));
  }

  private static void judge(Work work, Feed feed, Budget budget) {
    long posts = work.books().feedStates().read(feed.meter(), FeedState.monthOf(work.now()));
    Optional<String> told = Optional.of(budget.told(posts));
    set(work, Kind.FEED_COSTLY, feed.meter(), told.filter(t -> budget.nearlySpent(posts)));
    set(work, Kind.FEED_STOPPED, feed.meter(), told.filter(t -> !feed.affords(posts)));
  }

  private static void set(Work work, Kind kind, String id, Optional<String> why) {
    why.ifPresentOrElse(text -> begin(work, kind, id, text), () -> end(work, kind, id));
  }

  private static void begin(Work work, Kind kind, String id, String why) {
    Closure closure = new Closure(kind, HOUSE, id, id, why, work.now(), null);
    if (!work.books().closures().begin(closure)) return;
    work.note(Work.GRENSELOS, "feed.alarm", null, kind + " " + id + ": " + why);
    Notices.tell(work, closure, admins(work));
  }

  private static void end(Work work, Kind kind, String id) {
    if (!Notices.end(work, kind, HOUSE, id)) return;
    work.note(Work.GRENSELOS, "feed.alarm-over", null, kind + " " + id);
  }

  /** Each admin by themselves; where none is named or none can be reached, all where posts go. */
  private static Set<Place> admins(Work work) {
    Set<Handle> gone = Shut.gone(work.books());
    Set<Place> places =
        work.book().house().admins().keySet().stream()
            .filter(admin -> !gone.contains(admin))
            .map(admin -> direct(work, admin))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return places.isEmpty() ? Set.of(work.fallback()) : places;
  }

  /** Who has handles in two houses is told in one of them. */
  private static Place direct(Work work, Handle admin) {
    return work.book().expert(admin).map(work::direct).orElseGet(() -> new Place.Direct(admin));
  }
}
