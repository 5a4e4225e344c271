package no.grenselos.route.match;

import java.util.BitSet;
import java.util.List;
import no.grenselos.reading.Evidence;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which queries of a set match one post. Evidence is looked for only where it is asked for, because
 * of many matches few decide. Not thread safe.
 */
public final class Hits {
  private final MentionDocument post;
  private final List<Query> queries;
  private final BitSet found;
  private @Nullable Highlights highlights;

  Hits(MentionDocument post, List<Query> queries, BitSet found) {
    this.post = post;
    this.queries = queries;
    this.found = found;
  }

  /** Whether the query of that number matches. */
  public boolean has(int number) {
    return found.get(number);
  }

  /** The first number from here on that matches; -1 when none does. */
  public int next(int from) {
    return found.nextSetBit(from);
  }

  /** The words and fields that made the query match, in the order of the text, fields last. */
  public List<Evidence> evidence(int number) {
    if (!has(number)) throw new IllegalArgumentException("query " + number + " does not match");
    if (highlights == null) highlights = new Highlights(post);
    return highlights.of(queries.get(number));
  }
}
