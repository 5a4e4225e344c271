package no.grenselos.app.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.store.Books;
import no.grenselos.store.Parked;

/** What could not be worked on is set aside on one of these, and taken up again from there. */
public enum Shelf {
  /** What was to be said. */
  MESSAGE {
    @Override
    List<Parked> parked(Books books, int most) {
      return books.outbox().parked(most);
    }

    @Override
    boolean revived(Books books, String key, Instant due) {
      return books.outbox().revive(key, due);
    }

    @Override
    String deed() {
      return "errand.revived";
    }
  },

  /** What came from outside. */
  POST {
    @Override
    List<Parked> parked(Books books, int most) {
      return books.mentionInbox().parked(most);
    }

    @Override
    boolean revived(Books books, String key, Instant due) {
      return books.mentionInbox().revive(key, due);
    }

    @Override
    String deed() {
      return "post.revived";
    }
  },

  /** What colleagues did. */
  PRESS {
    @Override
    List<Parked> parked(Books books, int most) {
      return books.chatInbox().parked(most);
    }

    @Override
    boolean revived(Books books, String key, Instant due) {
      return books.chatInbox().revive(key, due);
    }

    @Override
    String deed() {
      return "press.revived";
    }
  };

  /** One thing on it. */
  public record Thing(Shelf shelf, Parked entry) {}

  /** Oldest first. */
  abstract List<Parked> parked(Books books, int most);

  /** Makes it due again; false when it is not there any more. */
  abstract boolean revived(Books books, String key, Instant due);

  /** What the audit calls it when it is taken up again. */
  abstract String deed();

  /** Its name in forms and phrases. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Shelf> named(String key) {
    return Stream.of(values()).filter(shelf -> shelf.key().equals(key)).findFirst();
  }

  /**
   * All that is set aside, by shelf, oldest first.
   *
   * @param most of each
   */
  static List<Thing> all(Books books, int most) {
    return Stream.of(values())
        .flatMap(shelf -> shelf.parked(books, most).stream().map(one -> new Thing(shelf, one)))
        .toList();
  }
}
