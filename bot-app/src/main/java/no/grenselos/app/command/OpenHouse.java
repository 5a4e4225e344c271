package no.grenselos.app.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.ConfigException;
import no.grenselos.people.Roster;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/** The people of the configured store, beside the nodes that run. */
record OpenHouse(OpenBook open) implements AutoCloseable {
  /**
   * @throws ConfigException with every problem of {@code grenselos.yml}
   */
  static OpenHouse of(ConfigFiles files) {
    return new OpenHouse(OpenBook.of(files));
  }

  Setup setup() {
    return open.setup();
  }

  Configuration configuration() {
    return open.configuration();
  }

  Store store() {
    return open.store();
  }

  RuleTexts texts() {
    return open.texts();
  }

  Instant now() {
    return setup().clock().instant();
  }

  /** Where times are shown. */
  ZoneId zone() {
    return open.zone();
  }

  /**
   * The newest revision; the files become the first one where there is none.
   *
   * @throws ConfigException with every problem of the files, where they would be the first
   */
  Source newest() {
    Optional<Source> latest = open.newest();
    if (latest.isPresent()) return latest.get();
    configuration().refuseIfBroken();
    Source first = RuleBookFiles.source(1, setup().files(), "first start", now());
    return store()
        .write(books ->
            books.ruleBooks().add(first) ? first : books.ruleBooks().latest().orElseThrow());
  }

  /**
   * The rules of the newest revision; those of the files where there is none.
   *
   * @throws ConfigException when they cannot be read
   */
  RuleBook book() {
    Optional<Source> latest = open.newest();
    if (latest.isPresent()) {
      return RuleBookFiles.read(latest.get(), setup().providers().known());
    }
    configuration().refuseIfBroken();
    return configuration().book();
  }

  /** Looks at its people. */
  <T> T people(BiFunction<Roster, Instant, T> look) {
    RuleBook written = book();
    Instant now = now();
    return store().read(books -> look.apply(Roster.of(books, written, now), now));
  }

  @Override
  public void close() {
    open.close();
  }
}
