package no.grenselos.app.config;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.config.ConfigException;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;

/** Reads and makes the rule book's revisions, as the store keeps them. */
public final class RuleBookFiles {
  private static final String BY = "config/";

  private RuleBookFiles() {}

  /**
   * The rule book of a kept revision.
   *
   * @throws ConfigException when this version of the application cannot read it
   */
  public static RuleBook read(Source source, Known known) {
    // places in the rules are shown to people: what came from the files is found there
    String folder = source.by().equals(BY) ? "config" : "revision " + source.revision();
    ConfigFiles files = new ConfigFiles(folder, source.files());
    Configuration configuration = Configuration.read(files, source.revision(), known);
    configuration.refuseIfBroken();
    return configuration.book();
  }

  /** The revision that the files make; empty when they are the latest one already. */
  public static Optional<Source> next(Optional<Source> latest, ConfigFiles files, Instant now) {
    if (latest.isPresent() && latest.get().files().equals(files.ruleBook())) {
      return Optional.empty();
    }
    String why = latest.isPresent() ? "files changed" : "first start";
    int revision = latest.map(Source::revision).orElse(0) + 1;
    return Optional.of(new Source(revision, now, BY, why, files.ruleBook()));
  }
}
