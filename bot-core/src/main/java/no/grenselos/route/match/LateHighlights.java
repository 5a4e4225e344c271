package no.grenselos.route.match;

import java.util.List;
import java.util.function.IntFunction;
import no.grenselos.reading.Evidence;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Where queries of a set match one post, found when the first is asked for. Not thread safe. */
final class LateHighlights implements IntFunction<List<Evidence>> {
  private final MentionDocument post;
  private final List<Query> queries;
  private @Nullable Highlights highlights;

  LateHighlights(MentionDocument post, List<Query> queries) {
    this.post = post;
    this.queries = queries;
  }

  @Override
  public List<Evidence> apply(int number) {
    if (highlights == null) highlights = new Highlights(post);
    return highlights.of(queries.get(number));
  }
}
