package no.grenselos.route.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * The queries of one revision of the rules, numbered from 0 in their order. Revisions made from
 * each other share what they have in common, so a small edit among thousands is in force at once;
 * each still sees its own queries only. Safe for many threads.
 */
public final class QuerySet implements AutoCloseable {
  private final List<Query> queries;
  private final StoredQueries stored;
  private final Map<Query, BitSet> distinct = new LinkedHashMap<>();
  private final BitSet always = new BitSet();
  private Map<String, BitSet> numbers = Map.of();
  private int users;
  private boolean closed;

  private QuerySet(List<Query> queries, StoredQueries stored) {
    this.queries = List.copyOf(queries);
    this.stored = stored;
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      BitSet same =
          query instanceof MatchAllDocsQuery
              ? always
              : distinct.computeIfAbsent(query, fresh -> new BitSet());
      same.set(i);
    }
    hold();
  }

  /** A first set. Close it when it is no longer in force. */
  public static QuerySet of(List<Query> queries) {
    return new QuerySet(queries, new StoredQueries());
  }

  /** The next revision, beside this one; close this one when the next has taken over. */
  public QuerySet revised(List<Query> next) {
    return new QuerySet(next, stored);
  }

  /**
   * Which queries match. A set that was closed meanwhile still answers, as long as a set of its
   * line is open: what it lacks is stored again for as long as it takes.
   *
   * @throws IllegalStateException when all sets of its line are closed
   */
  public Hits matching(Mention mention, Reading reading) {
    MentionDocument post = new MentionDocument(mention, reading);
    Map<String, BitSet> known = hold();
    try {
      BitSet found = (BitSet) always.clone();
      for (String id : stored.matching(post)) {
        BitSet same = known.get(id);
        // another revision's queries are stored here too
        if (same != null) found.or(same);
      }
      return new Hits(found, new LateHighlights(post, queries));
    } finally {
      release();
    }
  }

  private synchronized Map<String, BitSet> hold() {
    if (users == 0) {
      List<String> ids = stored.take(distinct.keySet());
      Map<String, BitSet> byId = HashMap.newHashMap(ids.size());
      int i = 0;
      for (BitSet same : distinct.values()) byId.put(ids.get(i++), same);
      numbers = byId;
    }
    users++;
    return numbers;
  }

  private synchronized void release() {
    if (--users == 0) stored.give(distinct.keySet());
  }

  /** Gives up the queries as soon as no match runs on them; closing twice does nothing more. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) return;
      closed = true;
    }
    release();
  }
}
