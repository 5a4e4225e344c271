package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import no.grenselos.config.ConfigException;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Topic;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that hold now. They begin with the newest revision in the store and change as a whole:
 * who took them from here decides by them to the end, while the next revision is made beside them.
 * Safe for many threads; {@link #get} never waits.
 */
public final class RulesInForce implements Supplier<Rules>, AutoCloseable {
  /** Edits that come within this time of the first are one change. */
  static final Duration GATHERED = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

  private final Function<List<Topic>, Reader> readers;
  private final Later later;
  private final Object taking = new Object();
  private volatile Rules rules;
  private @Nullable Change gathering;
  private boolean closed;

  /** What is gathered until it takes over. */
  private record Change(RuleBook newest, CompletableFuture<Rules> done) {}

  /**
   * @param readers makes a reader for other topics
   */
  RulesInForce(Rules first, Function<List<Topic>, Reader> readers, Later later) {
    this.rules = first;
    this.readers = readers;
    this.later = later;
  }

  /** The rules of a revision, which learn from then on. */
  static RulesInForce of(RuleBook book, Clock clock, Schooling schooling) {
    RulesInForce rules =
        new RulesInForce(make(book, clock, schooling), schooling::reader, Later.ON_A_THREAD);
    schooling.tell(rules::better);
    return rules;
  }

  /** The rules of a book, ready to be used. Close the router when they are no longer needed. */
  public static Rules make(RuleBook book, Clock clock, Meanings meanings) {
    return make(book, clock, new Schooling(meanings, clock));
  }

  private static Rules make(RuleBook book, Clock clock, Schooling schooling) {
    return new Rules(book, schooling.reader(book.topics()), Router.of(book, clock), schooling);
  }

  private Rules revised(Rules before, RuleBook next) {
    Reader reader = reader(before, next, readers);
    return new Rules(next, reader, before.router().revised(next), before.knowledge());
  }

  /** The one there is, unless the topics are others. */
  private static Reader reader(Rules now, RuleBook other, Function<List<Topic>, Reader> readers) {
    boolean sameTopics = other.topics().equals(now.book().topics());
    return sameTopics ? now.reader() : readers.apply(other.topics());
  }

  /**
   * A book that is tried beside the rules in force and never put in force. Close its router when it
   * is no longer needed.
   *
   * @param tried makes a reader for other topics, which nobody is to learn about from then on
   * @throws ConfigException when a query cannot be used
   */
  Rules beside(RuleBook draft, Function<List<Topic>, Reader> tried, Clock clock) {
    Rules now = rules;
    return new Rules(draft, reader(now, draft, tried), Router.of(draft, clock), now.knowledge());
  }

  /** A reader that learned something takes over, unless the topics are others by now. */
  private void better(List<Topic> about, Reader reader) {
    synchronized (taking) {
      if (!rules.book().topics().equals(about)) return;
      rules = new Rules(rules.book(), reader, rules.router(), rules.knowledge());
    }
  }

  /**
   * Puts a newer revision in force, {@link #GATHERED} after the first edit that waits; of several
   * that wait only the newest is made. A revision that is not newer changes nothing, so it may be
   * put again and again.
   *
   * @return done when this or a newer revision is in force, with the rules in force then; fails
   *     when they could not be made, and then the old ones stay
   * @throws ConfigException when a query cannot be used, at once; what waits is not disturbed
   * @throws IllegalStateException when closed
   */
  public synchronized CompletableFuture<Rules> put(RuleBook next) {
    if (closed) throw new IllegalStateException("the rules are closed");
    Change waiting = gathering;
    int newest = waiting == null ? rules.book().revision() : waiting.newest().revision();
    if (next.revision() <= newest) {
      return waiting == null ? CompletableFuture.completedFuture(rules) : waiting.done().copy();
    }
    rules.router().check(next);
    Change change = new Change(next, waiting == null ? new CompletableFuture<>() : waiting.done());
    gathering = change;
    if (waiting == null) later.run(GATHERED, this::takeOver);
    return change.done().copy();
  }

  private void takeOver() {
    synchronized (taking) {
      Change change = gathered();
      if (change == null) return;
      Rules before = rules;
      try {
        rules = revised(before, change.newest());
      } catch (RuntimeException e) {
        LOG.error("rules refused revision={}", change.newest().revision(), e);
        change.done().completeExceptionally(e);
        return;
      }
      before.router().close();
      LOG.info("rules in force revision={}", rules.book().revision());
      change.done().complete(rules);
    }
  }

  private synchronized @Nullable Change gathered() {
    Change change = gathering;
    gathering = null;
    return closed ? null : change;
  }

  @Override
  public Rules get() {
    return rules;
  }

  /** What still waits is dropped; its futures are cancelled. */
  @Override
  public void close() {
    Change dropped;
    synchronized (this) {
      closed = true;
      dropped = gathering;
    }
    if (dropped != null) dropped.done().cancel(false);
    synchronized (taking) {
      rules.router().close();
    }
  }
}
