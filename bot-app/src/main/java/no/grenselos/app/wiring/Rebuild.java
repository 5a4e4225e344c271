package no.grenselos.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Finding;
import no.grenselos.lesson.Taught;
import no.grenselos.reading.Topic;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;

/** Learns everything anew from the log, beside the nodes that run; changes and sends nothing. */
public final class Rebuild {
  private static final int PAGE = 500;

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
      Schooling schooling =
          new Schooling(Encoders.meanings(encoder), setup.clock(), (wait, task) -> {});
      long last = 0;
      List<Taught> page;
      do {
        page = page(store, last);
        if (page.isEmpty()) break;
        schooling.learn(page);
        last = page.getLast().number();
      } while (page.size() == PAGE);
      schooling.reader(topics(store, setup, configuration));
      List<Finding> findings = new ArrayList<>();
      encoder.map(WatchedEncoder::last).filter(one -> !one.fine()).ifPresent(findings::add);
      findings.add(schooling.finding());
      return findings;
    } finally {
      encoder.ifPresent(WatchedEncoder::close);
    }
  }

  private static List<Taught> page(Store store, long after) {
    return store.read(books -> books.lessons().after(after, PAGE));
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
