package no.grenselos.route.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries of all revisions that somebody still holds, each distinct query once, in one monitor.
 * A new revision adds only what is new, and what nobody holds any more is removed; so a query never
 * changes under its id and no revision sees another's edits. The monitor closes with its last
 * holder. No filter fields: a stored query that names one never matches (apache/lucene issue
 * 14427). Safe for many threads: matching never waits for a change.
 */
final class StoredQueries {
  private static final Logger LOG = LoggerFactory.getLogger(StoredQueries.class);

  private final Monitor monitor;
  private final Map<Query, Slot> slots = new HashMap<>();
  private int nextId;
  private int holders;
  private boolean closed;

  StoredQueries() {
    MonitorConfiguration configuration = new MonitorConfiguration();
    configuration.setQueryDecomposer(new Whole());
    // one commit for a whole rule book
    configuration.setQueryUpdateBufferSize(100_000);
    try {
      monitor = new Monitor(new KeywordAnalyzer(), new Presearch(), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One distinct query and how many hold it. */
  private static final class Slot {
    private final String id;
    private int held;

    Slot(String id) {
      this.id = id;
    }
  }

  /**
   * Stores what is not stored yet, and holds all of it until it is given back.
   *
   * @param queries without doubles
   * @return the id of each, in the same order
   * @throws IllegalStateException when the last holder has gone
   */
  synchronized List<String> take(Set<Query> queries) {
    if (closed) throw new IllegalStateException("the queries are closed");
    Map<Query, Slot> fresh = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(queries.size());
    List<Slot> taken = new ArrayList<>(queries.size());
    for (Query query : queries) {
      Slot known = slots.get(query);
      Slot slot = known != null ? known : new Slot("q" + nextId++);
      if (known == null) fresh.put(query, slot);
      taken.add(slot);
      ids.add(slot.id);
    }
    register(fresh);
    slots.putAll(fresh);
    taken.forEach(slot -> slot.held++);
    holders++;
    return ids;
  }

  private void register(Map<Query, Slot> fresh) {
    if (fresh.isEmpty()) return;
    List<MonitorQuery> added = new ArrayList<>(fresh.size());
    fresh.forEach((query, slot) ->
        added.add(new MonitorQuery(slot.id, query, null, Candidates.about(query))));
    try {
      monitor.register(added);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends one hold; removes what nobody holds any more. */
  synchronized void give(Set<Query> queries) {
    List<String> unused = new ArrayList<>();
    for (Query query : queries) {
      Slot slot = slots.get(query);
      if (slot == null || --slot.held > 0) continue;
      slots.remove(query);
      unused.add(slot.id);
    }
    holders--;
    try {
      if (holders == 0) {
        closed = true;
        monitor.close();
      } else if (!unused.isEmpty()) {
        monitor.deleteById(unused);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of all stored queries that match, of whichever revision. */
  Set<String> matching(MentionDocument post) {
    try {
      MatchingQueries<QueryMatch> matches = monitor.match(post.document(), Candidates.FACTORY);
      Map<String, Exception> errors = matches.getErrors();
      errors.forEach((query, error) ->
          LOG.warn("query failed query={} mention={}", query, post.mention().id(), error));
      Set<String> ids = HashSet.newHashSet(matches.getMatchCount());
      for (QueryMatch match : matches.getMatches()) ids.add(match.getQueryId());
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many distinct queries are stored. */
  synchronized int size() {
    return slots.size();
  }

  /** Whether the last holder has gone. */
  synchronized boolean closed() {
    return closed;
  }
}
