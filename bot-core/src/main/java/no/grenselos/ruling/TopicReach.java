package no.grenselos.ruling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.route.query.Implication;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Whether anybody is ever asked about a topic: a route must ask an expert that names the topic, or
 * takes whatever is about it.
 *
 * @param named ids of topics
 * @param queries of those routes that name none, where it is the query that may
 */
record TopicReach(Set<String> named, List<Query> queries) {
  static TopicReach of(List<Node.Mapping> routes) {
    List<Node.Mapping> asking = routes.stream().filter(TopicReach::asks).toList();
    Set<String> named = new HashSet<>();
    asking.forEach(route -> named.add(route.text("topic")));
    List<Query> queries =
        asking.stream()
            .filter(route -> route.text("topic").isEmpty())
            .map(route -> QueryReader.read(route.text("when"), Set.of()))
            .filter(read -> read.problems().isEmpty())
            .map(QueryReader.Read::query)
            .toList();
    return new TopicReach(named, queries);
  }

  private static boolean asks(Node.Mapping route) {
    String lane = route.text("lane");
    return lane.equals("expert") || lane.equals("both");
  }

  /**
   * @param topic its id
   */
  boolean has(String topic) {
    return named.contains(topic) || takes(QueryReader.read("topic:" + topic, Set.of()).query());
  }

  /** Whether also a topic is reached that no route can name yet. */
  boolean hasAny() {
    return takes(new MatchAllDocsQuery());
  }

  private boolean takes(Query about) {
    return queries.stream().anyMatch(query -> Implication.of(about, query));
  }
}
