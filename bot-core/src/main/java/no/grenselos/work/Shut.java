package no.grenselos.work;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.Place;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.store.Books;
import no.grenselos.store.Closures;

/** What is closed to us in the chat houses, and where to go instead. */
public final class Shut {
  private Shut() {}

  /** Who has left: nobody is asked who cannot be reached. */
  public static Set<Handle> gone(Books books) {
    return books.closures().running().stream()
        .filter(closure -> closure.kind() == Closures.Kind.PERSON)
        .map(closure -> new Handle(closure.house(), closure.id()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where somebody can be asked now: in the first of their houses that they have not left. */
  public static Optional<Handle> reachable(Set<Handle> gone, Expert expert) {
    return expert.handles().stream().filter(handle -> !gone.contains(handle)).findFirst();
  }

  /** Something arrived, so the house lets us in. */
  public static void letIn(Work work, String house) {
    if (work.books().closures().end(Closures.Kind.HOUSE, house, house, work.now())) {
      work.note(Work.GRENSELOS, "house.open-again", null, house);
    }
  }

  /** The place itself, or the fallback channel where it is closed. */
  static Place open(Work work, Place place) {
    return switch (place) {
      case Place.Direct direct -> direct;
      case Place.Channel channel -> isClosed(work.books(), channel) ? work.fallback() : channel;
    };
  }

  /** Whether the house let us know that we cannot write there. */
  public static boolean isClosed(Books books, Place.Channel channel) {
    return books.closures().running().stream()
        .filter(closure -> closure.kind() == Closures.Kind.CHANNEL)
        .filter(closure -> closure.house().equals(channel.house()))
        .anyMatch(closure ->
            closure.name().equals(channel.name()) || closure.id().equals(channel.name()));
  }
}
