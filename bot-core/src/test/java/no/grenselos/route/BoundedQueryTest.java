package no.grenselos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.mention.Mention;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Intent;
import no.grenselos.route.match.PostIndex;
import no.grenselos.route.match.QuerySet;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The dearest queries that are accepted, on the dearest posts: each within a time that holds up
 * nobody. Measured: at most 45 ms a post, and 0.2 s to read one. The limit is processor time, as
 * the machine may be busy, and leaves room for a process that has just begun; what is not bounded
 * takes minutes.
 */
class BoundedQueryTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration GIVE_UP = Duration.ofMinutes(3);

  /** What it came to, in the processor time allowed. */
  private static <T> T inTime(Supplier<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return assertTimeoutPreemptively(
        GIVE_UP,
        () -> {
          long start = threads.getCurrentThreadCpuTime();
          T result = work.get();
          assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
          return result;
        });
  }

  static Stream<String> dearest() {
    return Stream.of(
        phrases("a", 20),
        phrases("a b", 20),
        phrases("a b c", 20),
        patterns("ab*a*a*b*a"),
        patterns("ab?*a?*b"),
        patterns("aa*aaaaaaaaaaaa*aaaaaaaaa*aaaaaaaaa*"),
        near("abababab~"),
        near("x".repeat(200) + "~"),
        words(200),
        "(".repeat(29) + "a" + " OR b)".repeat(29),
        "text:\"" + "a ".repeat(15) + "b " + "a ".repeat(14) + "\"~20");
  }

  static Stream<String> posts() {
    return Stream.of(
            "a ".repeat(5_000),
            "a b ".repeat(2_500),
            "a b c ".repeat(1_666),
            "ab".repeat(5_000),
            "abab abba baab bbaa ".repeat(500),
            "电".repeat(10_000),
            IntStream.range(0, 1_600).mapToObj(i -> "ab" + i).collect(Collectors.joining(" ")),
            ("a".repeat(254) + " ").repeat(39),
            "#AaBb".repeat(2_000))
        .map(text -> text.substring(0, Math.min(text.length(), Mention.MAX_TEXT)));
  }

  private static String phrases(String words, int slop) {
    String phrase = "\"" + (words + " ").repeat(30 / words.split(" ", -1).length).strip() + "\"~";
    return "text:(" + (phrase + slop + " ").repeat(6) + ")";
  }

  private static String patterns(String pattern) {
    return "text:("
        + IntStream.range(0, 50).mapToObj(i -> pattern + i).collect(Collectors.joining(" "))
        + ")";
  }

  private static String near(String word) {
    return "text:("
        + IntStream.range(0, 50)
            .mapToObj(i -> word.replace("~", i + "~"))
            .limit(Math.max(1, 7_000 / (word.length() + 4)))
            .collect(Collectors.joining(" "))
        + ")";
  }

  private static String words(int count) {
    return "text:("
        + IntStream.range(0, count).mapToObj(i -> "ab" + i).collect(Collectors.joining(" OR "))
        + ")";
  }

  @ParameterizedTest
  @MethodSource("dearest")
  void theDearestQueryIsReadAndMatchedInTimeOnEveryPost(String query) {
    List<Mention> posts = posts().map(text -> SamplePost.saying(text).mention()).toList();

    QueryReader.Read read = inTime(() -> QueryReader.read(query, Set.of()));
    assertThat(read.problems()).isEmpty();
    try (QuerySet set = inTime(() -> QuerySet.of(List.of(read.query())))) {
      for (Mention post : posts) {
        inTime(() -> set.matching(post, BookOfRules.reading("und", Intent.OTHER)));
      }
    }
  }

  @Test
  void allOfThemTogetherLookThroughAllPostsAtOnceInTime() {
    List<PostIndex.Post> posts =
        posts()
            .map(text -> SamplePost.saying(text).mention())
            .map(post -> new PostIndex.Post(post, BookOfRules.reading("und", Intent.OTHER)))
            .toList();

    List<Query> queries = dearest().map(one -> QueryReader.read(one, Set.of()).query()).toList();

    try (PostIndex index = inTime(() -> new PostIndex(posts))) {
      assertThat(inTime(() -> index.matching(queries))).hasSize(posts.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text:*a",
        "text:?a*",
        "text:/(a*)*b/",
        "text:/[ab]*a[ab]{50}/",
        "text:a*",
        "author:*",
        "text:ab*c*d*e*f*",
        "text:\"a b\"~1000000",
        "text:a~",
      })
  void whatHasNoBoundIsRefusedAtOnceWithAdvice(String query) {
    List<String> problems = inTime(() -> QueryReader.read(query, Set.of()).problems());

    assertThat(problems).hasSize(1).allSatisfy(problem -> assertThat(problem).isNotBlank());
  }

  @Test
  void hugeTextsAreRefusedBeforeTheyAreRead() {
    List<String> huge =
        List.of(
            "(".repeat(4_000) + "a" + ")".repeat(3_999),
            "a OR ".repeat(1_599) + "a",
            "a".repeat(9_000),
            "NOT ".repeat(1_900) + "a",
            "+".repeat(7_000) + "a",
            "\"".repeat(7_999),
            "a^".repeat(3_999));

    for (String text : huge) {
      List<String> problems = inTime(() -> QueryReader.read(text, Set.of()).problems());

      assertThat(problems).as(text.substring(0, 20)).isNotEmpty();
    }
  }
}
