package no.grenselos.app.config;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigException;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks;
import no.grenselos.store.RuleBooks.Source;

/** Reads and makes the rule book's revisions, as the store keeps them. */
public final class RuleBookFiles {
  /** Who made a revision that came from the files when a node started. */
  public static final String BY = "config/";

  private static final int PAGE = 20;

  private RuleBookFiles() {}

  /**
   * The rule book of a kept revision.
   *
   * @throws ConfigException when this version of the application cannot read it
   */
  public static RuleBook read(Source source, Known known) {
    Configuration configuration = configuration(source, known);
    configuration.refuseIfBroken();
    return configuration.book();
  }

  /** All that the revision says, with what is wrong with it. */
  static Configuration configuration(Source source, Known known) {
    // places in the rules are shown to people: what came from the files is found there
    String folder = source.by().equals(BY) ? "config" : "revision " + source.revision();
    return Configuration.read(new ConfigFiles(folder, source.files()), source.revision(), known);
  }

  /** The files as that revision. */
  public static Source source(int revision, ConfigFiles files, String why, Instant at) {
    return new Source(revision, at, BY, why, files.ruleBook());
  }

  /**
   * The revision that the files are, or were changed from: the newest that says what they say, down
   * to the last one they became; else the one they were pulled from, or became.
   */
  public static Source base(RuleBooks books, Source newest, ConfigFiles files) {
    Map<String, String> mine = files.ruleBook();
    List<Source> page = List.of(newest);
    while (true) {
      for (Source one : page) {
        if (one.files().equals(mine)) return one;
        boolean theFilesOnce = one.by().equals(BY) || one.revision() == 1;
        if (theFilesOnce && files.pulled() <= one.revision()) return one;
        if (theFilesOnce) return books.find(files.pulled()).orElse(one);
      }
      page = books.before(page.getLast().revision(), PAGE);
    }
  }
}
