package no.grenselos.route;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import org.apache.lucene.search.Query;

/**
 * Decides what is done with a mention, by the admin's rules. Own posts are dropped before anything
 * else; then a silence mutes; then the routes decide, in order. Safe for many threads; close it
 * when another rule book takes over.
 */
public final class Router implements AutoCloseable {
  private static final Pattern PLACE = Pattern.compile("(.+):(\\d+)");

  private final RuleBook book;
  private final Clock clock;
  private final StoredQueries queries;

  private Router(RuleBook book, Clock clock, StoredQueries queries) {
    this.book = book;
    this.clock = clock;
    this.queries = queries;
  }

  /**
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  public static Router of(RuleBook book, Clock clock) {
    Set<TopicId> topics = book.topics().stream().map(Topic::id).collect(Collectors.toSet());
    Map<String, Query> queries = new LinkedHashMap<>();
    List<ConfigProblem> problems = new ArrayList<>();
    for (int i = 0; i < book.routes().size(); i++) {
      Route route = book.routes().get(i);
      if (route.when() == null) continue;
      QueryReader.Read read = new QueryReader(route.when(), topics).read();
      read.problems().forEach(problem(problems, route.place(), Walk.route(i)));
      queries.put(Walk.route(i), read.query());
    }
    String file = book.routes().stream().findFirst().map(Route::place).orElse("routes");
    for (int i = 0; i < book.silences().size(); i++) {
      QueryReader.Read read = new QueryReader(book.silences().get(i).when(), topics).read();
      read.problems()
          .forEach(problem(problems, PLACE.matcher(file).replaceFirst("$1"), Walk.silence(i)));
      queries.put(Walk.silence(i), read.query());
    }
    if (!problems.isEmpty()) throw new ConfigException(problems);
    return new Router(book, clock, new StoredQueries(queries));
  }

  public Decision decide(Mention mention, Reading reading) {
    return explain(mention, reading).decision();
  }

  /** The decision, with every rule on the way and what came of it. */
  public Explanation explain(Mention mention, Reading reading) {
    Author author = mention.author();
    if (book.own(mention.network(), author)) {
      Evidence ours = new Evidence(-1, -1, author.handle(), QueryField.AUTHOR.word());
      Because because = new Because(List.of(), book.revision(), List.of(ours));
      return new Explanation(new Decision.Drop("our own account", because), List.of());
    }
    Map<String, List<Evidence>> matches = queries.matching(new MentionDocument(mention, reading));
    return new Walk(book, reading, matches).explained(clock.instant());
  }

  @Override
  public void close() {
    queries.close();
  }

  private static Consumer<String> problem(List<ConfigProblem> problems, String place, String rule) {
    Matcher parts = PLACE.matcher(place);
    String file = parts.matches() ? parts.group(1) : place;
    int line = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    return text -> problems.add(new ConfigProblem(file, line, rule + ".when", text));
  }
}
