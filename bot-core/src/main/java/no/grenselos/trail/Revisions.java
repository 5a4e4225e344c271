package no.grenselos.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import no.grenselos.config.ConfigException;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.revise.Checked;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.trail.Trail.Walked;
import org.jspecify.annotations.Nullable;

/**
 * Earlier revisions, ready to be walked through; the few that were asked for last are kept. Safe
 * for many threads, one of which walks at a time: a revision is given up while nobody is on it.
 */
final class Revisions {
  private static final int KEPT = 4;

  /** Each walk says itself at which moment it is. */
  private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Optional<RuleTexts> texts;
  private final Cache<Integer, Slot> ready =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .executor(Runnable::run)
          .removalListener(Revisions::gone)
          .build();

  private record Ready(RuleBook book, Router router) {}

  /** What became of reading a revision; empty where it could not be read. */
  private record Slot(Optional<Ready> content) {}

  Revisions(Optional<RuleTexts> texts) {
    this.texts = texts;
  }

  synchronized Walked walk(Books books, int revision, Mention post, Reading reading, Instant at) {
    return found(books, revision)
        .<Walked>map(one -> new Walked.Again(one.book(), one.router().explain(post, reading, at)))
        .orElseGet(Walked.RulesGone::new);
  }

  private Optional<Ready> found(Books books, int revision) {
    Slot known = ready.getIfPresent(revision);
    if (known != null) return known.content();
    Slot read = new Slot(read(books, revision));
    ready.put(revision, read);
    // an evicted one is closed now, before anybody walks
    ready.cleanUp();
    return read.content();
  }

  /** A later release may refuse what an earlier one took. */
  private Optional<Ready> read(Books books, int revision) {
    Optional<RuleBook> book =
        texts.flatMap(
            known -> books.ruleBooks().find(revision).map(known::check).flatMap(Checked::book));
    try {
      return book.map(one -> new Ready(one, Router.of(one, NO_CLOCK)));
    } catch (ConfigException refused) {
      return Optional.empty();
    }
  }

  private static void gone(@Nullable Integer revision, @Nullable Slot slot, RemovalCause why) {
    if (slot != null) slot.content().ifPresent(ready -> ready.router().close());
  }
}
