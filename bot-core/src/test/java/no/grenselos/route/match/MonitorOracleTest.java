package no.grenselos.route.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;

/** The stored queries find exactly what each query finds alone. */
class MonitorOracleTest {
  private static final int SETS = 200;
  private static final int POSTS = 50;
  private static final int QUERIES = 10;

  private final MadeUp madeUp = new MadeUp(new Random(20261123));

  @Test
  void storedQueriesMatchExactlyWhatEachQueryMatchesAlone() {
    int pairs = 0;
    int matches = 0;
    QuerySet before = QuerySet.of(List.of());
    for (int i = 0; i < SETS; i++) {
      List<Asked> asked = asked();
      List<Query> queries = asked.stream().map(Asked::query).toList();
      // every set is a revision of the one before, so leftovers of older ones would show
      QuerySet set = before.revised(queries);
      before.close();
      before = set;
      for (int j = 0; j < POSTS; j++) {
        Mention mention = madeUp.mention();
        Reading reading = madeUp.reading();

        List<Integer> found = found(set.matching(mention, reading));

        assertThat(found)
            .as("%s read as %s among %s", mention, reading, asked)
            .isEqualTo(alone(queries, new MentionDocument(mention, reading)));
        pairs++;
        matches += found.size();
      }
    }
    before.close();
    // a test without matches, or where everything matches, would prove nothing
    assertThat(pairs).isEqualTo(10_000);
    assertThat(matches).isBetween(pairs * QUERIES / 20, pairs * QUERIES * 3 / 4);
  }

  @Test
  void manyPostsAtOnceMatchExactlyWhatEachMatchesAlone() {
    int matches = 0;
    for (int i = 0; i < 20; i++) {
      List<Query> queries = new ArrayList<>(asked().stream().map(Asked::query).toList());
      queries.add(new MatchAllDocsQuery());
      List<PostIndex.Post> posts = new ArrayList<>();
      while (posts.size() < 100) posts.add(new PostIndex.Post(madeUp.mention(), madeUp.reading()));
      try (PostIndex index = new PostIndex(posts)) {
        List<Hits> hits = index.matching(queries);

        for (int j = 0; j < posts.size(); j++) {
          PostIndex.Post post = posts.get(j);
          List<Integer> found = found(hits.get(j));
          assertThat(found)
              .as("%s among %s", post, queries)
              .isEqualTo(alone(queries, new MentionDocument(post.mention(), post.reading())));
          matches += found.size() - 1;
        }
      }
    }
    assertThat(matches).isBetween(20 * 100 * QUERIES / 20, 20 * 100 * QUERIES * 3 / 4);
  }

  @Test
  void evidenceIsFoundForEveryMatchAndStandsInTheText() {
    for (int i = 0; i < 100; i++) {
      List<Query> queries = asked().stream().map(Asked::query).toList();
      Mention mention = madeUp.mention();
      try (QuerySet set = QuerySet.of(queries)) {
        Hits hits = set.matching(mention, madeUp.reading());
        for (int number : found(hits)) {
          assertThat(hits.evidence(number))
              .filteredOn(one -> one.start() >= 0)
              .allSatisfy(one ->
                  assertThat(mention.text().substring(one.start(), one.end()))
                      .isEqualTo(one.words()));
        }
      }
    }
  }

  private static List<Integer> found(Hits hits) {
    List<Integer> found = new ArrayList<>();
    for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) found.add(i);
    return found;
  }

  private static List<Integer> alone(List<Query> queries, MentionDocument post) {
    MemoryIndex index =
        MemoryIndex.fromDocument(post.document(), new KeywordAnalyzer(), true, true);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      if (index.search(queries.get(i)) > 0) found.add(i);
    }
    return found;
  }

  private record Asked(String source, Query query) {}

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    while (asked.size() < QUERIES) {
      String source = madeUp.query();
      QueryReader.Read read = QueryReader.read(source, Set.of());
      if (read.problems().isEmpty()) asked.add(new Asked(source, read.query()));
    }
    return asked;
  }
}
