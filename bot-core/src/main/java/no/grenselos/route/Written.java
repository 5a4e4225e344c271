package no.grenselos.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.query.QueryReader;
import no.grenselos.route.query.QueryReader.Read;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A rule book's queries as read: of the routes in their order, then of the silences. A route
 * without one matches every post. Immutable.
 *
 * @param topical the numbers of the queries that ask for a topic
 * @param reads what became of each query text
 * @param warnings about queries that can be used but hardly say what was meant
 */
record Written(
    Set<TopicId> topics,
    List<Query> queries,
    BitSet topical,
    Map<String, Read> reads,
    List<ConfigProblem> warnings) {
  private static final Pattern PLACE = Pattern.compile("(.+):(\\d+)");
  private static final Query EVERY_POST = new MatchAllDocsQuery();
  static final Written NOTHING =
      new Written(Set.of(), List.of(), new BitSet(), Map.of(), List.of());

  /**
   * Reads a book; what was read before is not read again.
   *
   * @throws ConfigException with every query that cannot be used, and what to do about it
   */
  static Written of(RuleBook book, Written before) {
    Set<TopicId> topics = book.topics().stream().map(Topic::id).collect(Collectors.toSet());
    // whether a query may name a topic hangs on the topics there are
    Sheet sheet = new Sheet(topics, topics.equals(before.topics) ? before.reads : Map.of());
    for (int i = 0; i < book.routes().size(); i++) {
      Route route = book.routes().get(i);
      if (route.when() == null) {
        sheet.queries.add(EVERY_POST);
      } else {
        sheet.read(route.when(), route.place(), "routes[" + i + "]");
      }
    }
    String file = book.routes().stream().findFirst().map(Route::place).orElse("routes");
    for (int i = 0; i < book.silences().size(); i++) {
      sheet.read(
          book.silences().get(i).when(),
          PLACE.matcher(file).replaceFirst("$1"),
          "silences[" + i + "]");
    }
    return sheet.written();
  }

  private static final class Sheet {
    private final Set<TopicId> topics;
    private final Map<String, Read> before;
    private final List<Query> queries = new ArrayList<>();
    private final Map<String, Read> reads = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<ConfigProblem> warnings = new ArrayList<>();

    Sheet(Set<TopicId> topics, Map<String, Read> before) {
      this.topics = topics;
      this.before = before;
    }

    void read(String when, String place, String rule) {
      Read known = before.get(when);
      Read read =
          known != null
              ? known
              : reads.computeIfAbsent(when, text -> QueryReader.read(text, topics));
      reads.put(when, read);
      queries.add(read.query());
      read.problems().forEach(at(place, rule, problems));
      read.warnings().forEach(at(place, rule, warnings));
    }

    Written written() {
      if (!problems.isEmpty()) throw new ConfigException(problems);
      return new Written(
          topics, List.copyOf(queries), topical(), Map.copyOf(reads), List.copyOf(warnings));
    }

    private BitSet topical() {
      BitSet topical = new BitSet();
      for (int i = 0; i < queries.size(); i++) topical.set(i, TopicTerms.in(queries.get(i)));
      return topical;
    }

    private static Consumer<String> at(String place, String rule, List<ConfigProblem> told) {
      Matcher parts = PLACE.matcher(place);
      String file = parts.matches() ? parts.group(1) : place;
      int line = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
      return text -> told.add(new ConfigProblem(file, line, rule + ".when", text));
    }
  }
}
