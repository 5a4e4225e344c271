package no.grenselos.app.wiring;

import java.time.Clock;
import java.util.List;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Store;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the store's lessons teach, learned once beside the nodes that run, to try rule
 * books with. Changes nothing. Safe for many threads.
 */
public final class Studied {
  private static final int PAGE = 500;

  private final Schooling schooling;
  private final Clock clock;

  private Studied(Schooling schooling, Clock clock) {
    this.schooling = schooling;
    this.clock = clock;
  }

  /** Takes some seconds where there are thousands of lessons. */
  public static Studied of(Store store, Meanings meanings, Clock clock) {
    return new Studied(schooled(store, meanings, clock), clock);
  }

  /** All that the lessons teach, before any topics are known. */
  static Schooling schooled(Store store, Meanings meanings, Clock clock) {
    Schooling schooling = new Schooling(meanings, clock, (wait, task) -> {}, new Breather(() -> 0));
    long last = 0;
    for (List<Taught> page = page(store, last); !page.isEmpty(); page = page(store, last)) {
      schooling.learn(page);
      last = page.getLast().number();
    }
    return schooling;
  }

  private static List<Taught> page(Store store, long after) {
    return store.read(books -> books.lessons().after(after, PAGE));
  }

  /** The rules of a book; its reader is made when it is first asked. Close the router. */
  public Rules rules(RuleBook book) {
    return new Rules(book, new LateReader(book), Router.of(book, clock), schooling);
  }

  /** The rules of another one, which share with these what they have in common. */
  public Rules revised(Rules before, RuleBook next) {
    return new Rules(next, new LateReader(next), before.router().revised(next), schooling);
  }

  private final class LateReader implements Reader {
    private final RuleBook book;
    private @Nullable Reader made;

    LateReader(RuleBook book) {
      this.book = book;
    }

    @Override
    public Reading read(Mention mention) {
      return reader().read(mention);
    }

    @Override
    public Reading look(Mention mention) {
      return reader().look(mention);
    }

    private synchronized Reader reader() {
      if (made == null) made = schooling.reader(book.topics());
      return made;
    }
  }
}
