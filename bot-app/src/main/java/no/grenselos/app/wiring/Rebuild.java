package no.grenselos.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Finding;
import no.grenselos.reading.Topic;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/** Learns everything anew from the log, beside the nodes that run; changes and sends nothing. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * What a node with the newest rule book has come to when it has learned all lessons: the same
   * words as in its health.
   *
   * @return how the encoder is, if that is not well, and then what was learned
   * @throws ConfigException when the newest rule book cannot be read
   */
  public static List<Finding> of(Store store, Setup setup, Configuration configuration) {
    Optional<WatchedEncoder> encoder = Encoders.open(setup, configuration.app());
    try {
      Schooling schooling = Studied.schooled(store, Encoders.meanings(encoder), setup.clock());
      schooling.reader(topics(store, setup, configuration));
      List<Finding> findings = new ArrayList<>();
      encoder.map(WatchedEncoder::last).filter(one -> !one.fine()).ifPresent(findings::add);
      findings.add(schooling.finding());
      return findings;
    } finally {
      encoder.ifPresent(WatchedEncoder::close);
    }
  }

  /** Of the newest revision in the store; of the files when no node has ever started. */
  private static List<Topic> topics(Store store, Setup setup, Configuration configuration) {
    Optional<Source> newest = store.read(books -> books.ruleBooks().latest());
    return newest
        .map(source -> RuleBookFiles.read(source, setup.providers().known()))
        .orElse(configuration.book())
        .topics();
  }
}
