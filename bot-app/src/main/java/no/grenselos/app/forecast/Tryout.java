package no.grenselos.app.forecast;

import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Setup;
import no.grenselos.app.wiring.Studied;
import no.grenselos.app.wiring.WatchedEncoder;
import no.grenselos.config.ConfigException;
import no.grenselos.forecast.DryRun;
import no.grenselos.forecast.Report;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.work.Rules;

/** Tries files as a draft against the newest revision in the store, while nodes run. */
public final class Tryout {
  private final Setup setup;
  private final Configuration configuration;

  private Tryout(Setup setup, Configuration configuration) {
    this.setup = setup;
    this.configuration = configuration;
  }

  /**
   * The last days' posts.
   *
   * @param configuration of the setup's files, which says where the store is
   * @throws ConfigException with every problem of the files, or of the draft
   * @throws CannotStart when the store has no revision yet
   */
  public static Report of(Setup setup, Configuration configuration, ConfigFiles draft, int days) {
    configuration.refuseIfBroken();
    return new Tryout(setup, configuration).of(draft, days);
  }

  private Report of(ConfigFiles draft, int days) {
    try (Store store = setup.openStore(configuration.app())) {
      configuration.refuseIfBroken();
      Source newest = store.read(books -> books.ruleBooks().latest()).orElseThrow(Tryout::noRules);
      RuleBook today = RuleBookFiles.read(newest, setup.providers().known());
      Configuration then =
          Configuration.read(draft, newest.revision() + 1, setup.providers().known());
      then.refuseIfBroken();
      return tried(store, today, then.book(), days);
    }
  }

  private Report tried(Store store, RuleBook today, RuleBook draft, int days) {
    Optional<WatchedEncoder> encoder = Encoders.open(setup, configuration.app());
    try {
      Studied studied =
          Studied.of(
              store, Encoders.meanings(encoder, configuration.words().lexicon()), setup.clock());
      Rules old = studied.rules(today);
      Rules fresh = studied.revised(old, draft);
      try {
        return new DryRun(store, old, fresh).days(days, setup.clock().instant());
      } finally {
        old.router().close();
        fresh.router().close();
      }
    } finally {
      encoder.ifPresent(WatchedEncoder::close);
    }
  }

  private static CannotStart noRules() {
    return new CannotStart(
        "the store has no rules yet, and no posts to try others on; start the service once");
  }
}
