package no.grenselos.route;

import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.route.match.Hits;
import no.grenselos.route.match.QuerySet;
import no.grenselos.route.query.QueryField;
import org.apache.lucene.search.Query;

/**
 * Decides what is done with a mention, by one revision of the admin's rules. Own posts are dropped
 * before anything else; then a silence mutes; then the routes decide, in order. Each decision is
 * made by this revision alone, also while another one is being made or takes over. Safe for many
 * threads; close it when another revision has taken over.
 */
public final class Router implements AutoCloseable {
  private final RuleBook book;
  private final Clock clock;
  private final Written written;
  private final QuerySet queries;

  private Router(RuleBook book, Clock clock, Written written, QuerySet queries) {
    this.book = book;
    this.clock = clock;
    this.written = written;
    this.queries = queries;
  }

  /**
   * A router from nothing; 10,000 routes take seconds.
   *
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  public static Router of(RuleBook book, Clock clock) {
    Written written = Written.of(book, Written.NOTHING);
    return new Router(book, clock, written, QuerySet.of(written.queries()));
  }

  /**
   * The router of the next revision, ready to take over from this one; takes only the time that
   * what changed needs. This one goes on as it was, also when the next is refused.
   *
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  public Router revised(RuleBook next) {
    Written revised = Written.of(next, written);
    return new Router(next, clock, revised, queries.revised(revised.queries()));
  }

  /**
   * Refuses a book that {@link #revised} would refuse, and changes nothing.
   *
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  public void check(RuleBook next) {
    Written.of(next, written);
  }

  /**
   * Reads a book's queries, without making a router.
   *
   * @return what can be used but hardly says what was meant, with places and advice
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  public static List<ConfigProblem> lint(RuleBook book) {
    return Written.of(book, Written.NOTHING).warnings();
  }

  /** What is done with it; quicker than {@link #explain}, which tells of every rule. */
  public Decision decide(Mention mention, Reading reading) {
    return decide(mention, reading, clock.instant());
  }

  /** What would have been done with it at that moment: silences end. */
  public Decision decide(Mention mention, Reading reading, Instant at) {
    return walked(mention, reading, at, false).decision();
  }

  /** The decision, with every rule on the way and what came of it. */
  public Explanation explain(Mention mention, Reading reading) {
    return explain(mention, reading, clock.instant());
  }

  /** The same as it would have been at that moment. */
  public Explanation explain(Mention mention, Reading reading, Instant at) {
    return walked(mention, reading, at, true);
  }

  /**
   * What is done with a post that is dropped whatever it is about; empty where that hangs on its
   * topics, and where it is not dropped.
   *
   * @param reading without topics
   */
  public Optional<Decision> droppedAnyway(Mention mention, Reading reading) {
    Optional<Decision> ours = ours(mention);
    if (ours.isPresent()) return ours;
    Hits hits = queries.matching(mention, reading);
    if (hangsOnTopics(hits)) return Optional.empty();
    return Optional.of(new Walk(book, reading, hits, false).explained(clock.instant()).decision())
        .filter(Decision.Drop.class::isInstance);
  }

  /** Whether a topic might lead the post elsewhere, given what matches without one. */
  private boolean hangsOnTopics(Hits hits) {
    BitSet topical = written.topical();
    int routes = book.routes().size();
    // a silence is looked at before all routes
    if (topical.nextSetBit(routes) >= 0) return true;
    int asks = topical.nextSetBit(0);
    int first = hits.next(0);
    if (first < 0 || first >= routes) return asks >= 0;
    Route route = book.routes().get(first);
    return (asks >= 0 && asks <= first) || route.topic() != null || route.drop() == null;
  }

  private Explanation walked(Mention mention, Reading reading, Instant at, boolean telling) {
    return ours(mention)
        .map(drop -> new Explanation(drop, List.of()))
        .orElseGet(() ->
            new Walk(book, reading, queries.matching(mention, reading), telling).explained(at));
  }

  /** The decision, given which of {@link #queries} match. */
  Decision decide(Mention mention, Reading reading, Hits hits, Instant at) {
    return ours(mention)
        .orElseGet(() -> new Walk(book, reading, hits, false).explained(at).decision());
  }

  private Optional<Decision> ours(Mention mention) {
    Author author = mention.author();
    if (!book.own(mention.network(), author)) return Optional.empty();
    Evidence ours = new Evidence(-1, -1, author.handle(), QueryField.AUTHOR.word());
    Because because = new Because(List.of(), book.revision(), List.of(ours));
    return Optional.of(new Decision.Drop("our own account", because));
  }

  RuleBook book() {
    return book;
  }

  /** Of the routes in their order, then of the silences. */
  List<Query> queries() {
    return written.queries();
  }

  /**
   * Gives up what only this revision needed, as soon as no match runs on it. A mention that was
   * taken up before is still decided, as long as a revision of the same line is open.
   */
  @Override
  public void close() {
    queries.close();
  }
}
