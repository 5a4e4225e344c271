package no.grenselos.app.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.YamlRuleTexts;
import no.grenselos.config.Secrets;
import no.grenselos.forecast.RuleAdvice;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Store;
import no.grenselos.work.Journal;

/**
 * What an application is made from.
 *
 * @param journal is told what happens
 * @param localAddresses whether feeds may call loopback and private addresses: tests and the demo
 *     only
 */
public record Setup(
    ConfigFiles files,
    Providers providers,
    Secrets secrets,
    Clock clock,
    Journal journal,
    boolean localAddresses) {

  /** What the installed adapters and this process's environment give. */
  public static Setup of(ConfigFiles files, Journal journal) {
    Secrets secrets = new Environment(System.getenv());
    return new Setup(files, Providers.installed(), secrets, Clock.systemUTC(), journal, false);
  }

  /** The same, with feeds that may call this machine. */
  public Setup withLocalAddresses() {
    return new Setup(files, providers, secrets, clock, journal, true);
  }

  /** The same by another clock. */
  public Setup by(Clock other) {
    return new Setup(files, providers, secrets, other, journal, localAddresses);
  }

  /** Opens the configured store; problems with its settings are reported there. */
  public Store openStore(AppSettings app) {
    AppSettings.Part part = app.store();
    return Objects.requireNonNull(providers.stores().get(part.kind()))
        .open(part.settings(), secrets);
  }

  /** What understands the rule book's files. */
  public RuleTexts texts() {
    return new YamlRuleTexts(
        providers.known(), List.of(book -> RuleAdvice.of(book, clock.instant())));
  }
}
