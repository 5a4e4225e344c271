package no.grenselos.app.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.config.ConfigException;
import no.grenselos.flow.Rules;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;
import no.grenselos.reading.whole.WholeReader;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/** The rules that hold now, taken from the newest revision in the store. */
public final class RulesInForce implements Supplier<Rules>, AutoCloseable {
  private final AtomicReference<Rules> rules;

  private RulesInForce(Rules first) {
    this.rules = new AtomicReference<>(first);
  }

  /**
   * Makes the files the newest revision if they changed, and puts the newest in force.
   *
   * @throws ConfigException when it cannot be used
   */
  static RulesInForce take(Store store, Setup setup, Meanings meanings) {
    Source newest =
        store.write(books -> {
          Optional<Source> latest = books.ruleBooks().latest();
          Optional<Source> next =
              RuleBookFiles.next(latest, setup.files(), setup.clock().instant());
          // another node may have added it meanwhile: then that one is the newest
          return next.filter(books.ruleBooks()::add).or(books.ruleBooks()::latest).orElseThrow();
        });
    RuleBook book = RuleBookFiles.read(newest, setup.providers().known());
    return new RulesInForce(make(book, setup.clock(), meanings));
  }

  /** The rules of a book, ready to be used. Close the router when they are no longer needed. */
  public static Rules make(RuleBook book, Clock clock, Meanings meanings) {
    return new Rules(
        book,
        new WholeReader(TopicModel.of(book.topics(), Teaching.NONE, meanings)),
        Router.of(book, clock));
  }

  @Override
  public Rules get() {
    return rules.get();
  }

  @Override
  public void close() {
    rules.get().router().close();
  }
}
