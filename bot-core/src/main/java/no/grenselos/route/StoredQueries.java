package no.grenselos.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Evidence;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queries by name, and which of them match a mention. No filter fields: a stored query that names
 * one never matches (apache/lucene issue 14427). Safe for many threads.
 */
final class StoredQueries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredQueries.class);
  private static final Set<String> WITHOUT_PATTERNS =
      Set.of(
          QueryField.NORWEGIAN,
          QueryField.ENGLISH,
          QueryField.NETWORK.word(),
          QueryField.LANG.word(),
          QueryField.KIND.word(),
          QueryField.INTENT.word(),
          QueryField.TOPIC.word());

  private final Map<String, Wanted> wanted = new HashMap<>();
  private final Monitor monitor;

  StoredQueries(Map<String, Query> queries) {
    queries.forEach((name, query) -> wanted.put(name, Wanted.by(query)));
    try {
      monitor = new Monitor(new KeywordAnalyzer(), presearcher());
      monitor.register(
          queries.entrySet().stream()
              .map(entry -> new MonitorQuery(entry.getKey(), entry.getValue()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MultipassTermFilteredPresearcher presearcher() {
    RegexpQueryHandler patterns =
        new RegexpQueryHandler(
            RegexpQueryHandler.DEFAULT_NGRAM_SUFFIX,
            RegexpQueryHandler.DEFAULT_MAX_TOKEN_SIZE,
            RegexpQueryHandler.DEFAULT_WILDCARD_TOKEN,
            WITHOUT_PATTERNS);
    return new MultipassTermFilteredPresearcher(
        2, 0f, TermFilteredPresearcher.DEFAULT_WEIGHTOR, List.of(patterns), Set.of());
  }

  /** Names of the queries that match, each with the words and fields that made it match. */
  Map<String, List<Evidence>> matching(MentionDocument post) {
    try {
      MatchingQueries<HighlightsMatch> matches =
          monitor.match(post.document(), HighlightsMatch.MATCHER);
      warn(post.mention().id(), matches.getErrors());
      Map<String, List<Evidence>> evidence = new TreeMap<>();
      for (HighlightsMatch match : matches.getMatches()) {
        evidence.put(match.getQueryId(), evidence(match, post));
      }
      return evidence;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void warn(MentionId mention, Map<String, Exception> errors) {
    errors.forEach(
        (query, error) -> LOG.warn("query failed query={} mention={}", query, mention, error));
  }

  private List<Evidence> evidence(HighlightsMatch match, MentionDocument post) {
    Map<Integer, Evidence> words = new TreeMap<>();
    String text = post.mention().text();
    for (String field : List.of(QueryField.TEXT.word(), QueryField.NORWEGIAN, QueryField.ENGLISH)) {
      for (HighlightsMatch.Hit hit : match.getHits(field)) {
        String found = text.substring(hit.startOffset(), hit.endOffset());
        words.putIfAbsent(
            hit.startOffset(), new Evidence(hit.startOffset(), hit.endOffset(), found, "text"));
      }
    }
    List<Evidence> evidence = new ArrayList<>(words.values());
    Wanted asked = wanted.get(match.getQueryId());
    if (asked != null) evidence.addAll(asked.in(post, match.getFields()));
    return evidence;
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
