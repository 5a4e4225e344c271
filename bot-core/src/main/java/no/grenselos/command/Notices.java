package no.grenselos.command;

import java.util.Optional;
import no.grenselos.chat.Place;
import no.grenselos.chat.Subject;
import no.grenselos.store.Books;
import no.grenselos.store.Closures.Closure;
import no.grenselos.store.Closures.Kind;
import no.grenselos.work.Work;

/** Tells the admins of what is out of order, in one card each that says later that it is over. */
public final class Notices {
  /** As cards in stores have it since chat houses alone could be out of order. */
  static final String KIND = "house";

  private Notices() {}

  /** Shows the notice in each of these places. */
  public static void tell(Work work, Closure closure, Iterable<? extends Place> places) {
    Subject.Thing notice = thing(closure.kind(), closure.house(), closure.id());
    places.forEach(place -> work.place(notice, place));
  }

  /** It is over, and its cards say so. False when there was nothing to end. */
  public static boolean end(Work work, Kind kind, String house, String id) {
    boolean ended = work.books().closures().end(kind, house, id, work.now());
    if (ended) work.refresh(thing(kind, house, id));
    return ended;
  }

  private static Subject.Thing thing(Kind kind, String house, String id) {
    return new Subject.Thing(KIND, kind + "/" + house + "/" + id);
  }

  /** What a card is about. */
  static Optional<Closure> closure(Books books, Subject subject) {
    return subject
        .thing(KIND)
        .map(thing -> thing.id().split("/", 3))
        .filter(parts -> parts.length == 3)
        .flatMap(parts -> books.closures().find(Kind.valueOf(parts[0]), parts[1], parts[2]));
  }
}
