package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Finding;
import no.grenselos.flow.Loop;
import no.grenselos.revise.Checked;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.work.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in force here what anybody made the newest revision: this node, another one, or a command. A
 * revision that this version cannot read is refused whole; the rules in force stay, and health says
 * why.
 */
final class Following implements AutoCloseable {
  /** Of the two seconds that a revision may take to all nodes. */
  static final Duration REST = Duration.ofMillis(400);

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Store store;
  private final RuleTexts texts;
  private final RulesInForce rules;
  private final Optional<Finding> atStart;
  private final int started;
  private volatile @Nullable Refused refused;
  private @Nullable Loop loop;

  private record Refused(int revision, String reason) {}

  /**
   * @param atStart what the admin must decide about the files
   */
  Following(Store store, RuleTexts texts, RulesInForce rules, Optional<Finding> atStart) {
    this.store = store;
    this.texts = texts;
    this.rules = rules;
    this.atStart = atStart;
    this.started = rules.get().book().revision();
  }

  RulesInForce rules() {
    return rules;
  }

  void start() {
    loop = Loop.start("rules", new Signal(), this::round);
  }

  /** Looks once. Returns how long to rest. */
  Duration round() {
    try {
      int newest = store.read(books -> books.ruleBooks().newest());
      Refused last = refused;
      int seen = last == null ? 0 : last.revision();
      if (newest > Math.max(inForce(), seen)) follow();
    } catch (StoreException e) {
      LOG.debug("newest revision not seen", e);
    }
    return REST;
  }

  private void follow() {
    Source source = store.read(books -> books.ruleBooks().latest()).orElseThrow();
    Checked checked = texts.check(source);
    if (checked.book().isPresent()) take(checked.book().get());
    else refuse(source.revision(), checked.problems().getFirst(), checked.problems().size());
  }

  private void take(RuleBook book) {
    try {
      rules.put(book).join();
      refused = null;
    } catch (ConfigException e) {
      refuse(book.revision(), e.problems().getFirst(), e.problems().size());
    } catch (CompletionException e) {
      refused = new Refused(book.revision(), String.valueOf(e.getCause()));
    }
  }

  private void refuse(int revision, ConfigProblem first, int count) {
    String more = count == 1 ? "" : " (and " + (count - 1) + " more)";
    refused = new Refused(revision, first + more);
    LOG.error("rules refused revision={} problems={} in-force={}", revision, count, inForce());
  }

  private int inForce() {
    return rules.get().book().revision();
  }

  Finding finding() {
    Refused not = refused;
    if (not != null && not.revision() > inForce()) {
      String text =
          "revision "
              + inForce()
              + " stays: revision "
              + not.revision()
              + " cannot be read by this version: "
              + not.reason()
              + "; mend it with a further revision, or with \"grenselos rules revert\"";
      return new Finding(false, "rules", text);
    }
    // somebody made another one since: that decided it
    return atStart
        .filter(finding -> inForce() == started)
        .orElseGet(() -> new Finding(true, "rules", "revision " + inForce()));
  }

  @Override
  public void close() {
    if (loop != null) loop.stop(PATIENCE);
  }
}
