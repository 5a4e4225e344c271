package no.grenselos.app.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Adapters;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.log.Relay;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;

/** The rule book in the configured store, beside the nodes that run. */
record OpenBook(Setup setup, Configuration configuration, Store store, RuleTexts texts)
    implements AutoCloseable {
  /**
   * Whatever the rules in the files are like: only {@code grenselos.yml} must be good.
   *
   * @throws ConfigException with every problem of that file
   * @throws StoreException when the store cannot be opened
   */
  static OpenBook of(ConfigFiles files) {
    Setup setup = Setup.of(files, entry -> {});
    Configuration configuration = Configuration.read(files, 1, setup.providers().known());
    refuseWithoutMain(files, configuration);
    Store store = setup.openStore(configuration.app());
    try {
      refuseWithoutMain(files, configuration);
      return new OpenBook(setup, configuration, store, setup.texts());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static void refuseWithoutMain(ConfigFiles files, Configuration configuration) {
    List<ConfigProblem> problems =
        configuration.problems().found().stream()
            .filter(problem -> problem.file().equals(files.main()))
            .distinct()
            .toList();
    if (!problems.isEmpty()) throw new ConfigException(problems);
  }

  /**
   * The configured log; the caller closes it.
   *
   * @throws ConfigException with every problem of its settings
   * @throws CannotStart when none is configured
   */
  Relay log() {
    Optional<Relay> log = Adapters.relay(setup, configuration.app());
    refuseWithoutMain(setup.files(), configuration);
    return log.orElseThrow(
        () -> new CannotStart("no log is configured; docs/kafka.md says when one is needed"));
  }

  Optional<Source> newest() {
    return store.read(books -> books.ruleBooks().latest());
  }

  Optional<Source> find(int revision) {
    return store.read(books -> books.ruleBooks().find(revision));
  }

  /** Where times are shown. */
  ZoneId zone() {
    return configuration.book().house().zone();
  }

  /** Who sits at this terminal, as the history names them. */
  static String caller() {
    return "shell:" + System.getProperty("user.name", "unknown");
  }

  @Override
  public void close() {
    store.close();
  }
}
