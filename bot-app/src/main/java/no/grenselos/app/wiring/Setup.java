package no.grenselos.app.wiring;

import java.time.Clock;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.config.Secrets;
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
}
