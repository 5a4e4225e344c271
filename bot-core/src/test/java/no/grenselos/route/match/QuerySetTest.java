package no.grenselos.route.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.mention.Mention;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuerySetTest {
  private static final Reading NORWEGIAN =
      new Reading(new Language("nb"), Intent.OTHER, 0.5, null, List.of(), List.of(), null);

  @Test
  void eachRevisionSeesItsOwnQueriesOnly() {
    try (QuerySet first = set("sol", "vind");
        QuerySet second = first.revised(queries("vind", "regn"))) {
      assertThat(found(first, "sol og regn")).containsExactly(0);
      assertThat(found(second, "sol og regn")).containsExactly(1);
      assertThat(found(first, "vind")).containsExactly(1);
      assertThat(found(second, "vind")).containsExactly(0);
    }
  }

  @Test
  void equalQueriesAreFoundUnderEachOfTheirNumbers() {
    try (QuerySet set = set("sol", "*:*", "sol", "vind", "*:*")) {
      assertThat(found(set, "sol")).containsExactly(0, 1, 2, 4);
    }
  }

  @Test
  void whatIsTheSameIsStoredOnceAndWhatNobodyHoldsIsRemoved() {
    StoredQueries stored = new StoredQueries();
    Set<Query> before = Set.copyOf(queries("sol", "vind"));
    Set<Query> after = Set.copyOf(queries("vind", "regn"));

    stored.take(before);
    stored.take(after);
    assertThat(stored.size()).isEqualTo(3);
    stored.give(before);
    assertThat(stored.size()).isEqualTo(2);
    assertThat(stored.closed()).isFalse();
    stored.give(after);

    assertThat(stored.closed()).isTrue();
    assertThatThrownBy(() -> stored.take(before)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedRevisionStillAnswersWhileItsSuccessorIsOpen() {
    QuerySet first = set("sol", "vind");
    QuerySet second = first.revised(queries("regn"));
    first.close();
    first.close();

    assertThat(found(first, "sol")).containsExactly(0);
    assertThat(found(second, "sol og regn")).containsExactly(0);
    second.close();

    assertThatThrownBy(() -> found(first, "sol")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Timeout(60)
  void everyDecisionIsMadeByOneRevisionWhileRevisionsChange() throws Exception {
    AtomicReference<Numbered> inForce = new AtomicReference<>(new Numbered(0, set(words(0))));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> matching = threads.submit(() -> decide(inForce));
      for (int revision = 1; revision <= 60; revision++) {
        Numbered before = inForce.get();
        inForce.set(new Numbered(revision, before.set().revised(queries(words(revision)))));
        before.set().close();
      }
      Numbered last = inForce.getAndSet(new Numbered(-1, set()));
      int decided = matching.get();
      last.set().close();
      assertThat(decided).isPositive();
    }
    inForce.get().set().close();
  }

  private record Numbered(int revision, QuerySet set) {}

  // revision r: query 0 is this revision's own word, the others say "both" or a word of its own
  private static String[] words(int revision) {
    return new String[] {"rev" + revision, "begge AND NOT rev" + (revision + 1), "begge"};
  }

  private static int decide(AtomicReference<Numbered> inForce) {
    int decided = 0;
    while (true) {
      Numbered now = inForce.get();
      if (now.revision() < 0) return decided;
      String text = "begge rev" + now.revision() + " og rev" + (now.revision() + 2);
      assertThat(found(now.set(), text)).containsExactly(0, 1, 2);
      decided++;
    }
  }

  @Test
  @Timeout(60)
  void theDearestQueriesThatAreReadRunOverTheLongestPost() {
    String patterns =
        IntStream.range(0, 50)
            .mapToObj(i -> "ab*a?" + (char) ('a' + i % 25) + "*" + i % 10 + "*")
            .collect(Collectors.joining(" OR "));
    String near =
        IntStream.range(0, 50).mapToObj(i -> "abcdefgh" + i + "~").collect(Collectors.joining(" "));
    String phrase = "\"" + "ab ".repeat(30).strip() + "\"~20";
    String distinct =
        IntStream.range(0, 1_500).mapToObj(i -> "ab" + i).collect(Collectors.joining(" "));
    String same = "ab ".repeat(3_333).strip();

    try (QuerySet set = set("text:(" + patterns + ")", "text:(" + near + ")", phrase)) {
      assertThat(found(set, distinct)).isEmpty();
      assertThat(found(set, same)).containsExactly(2);
    }
  }

  private static QuerySet set(String... sources) {
    return QuerySet.of(queries(sources));
  }

  private static List<Query> queries(String... sources) {
    return Arrays.stream(sources)
        .map(source -> QueryReader.read(source, Set.of()))
        .peek(read -> assertThat(read.problems()).isEmpty())
        .map(QueryReader.Read::query)
        .toList();
  }

  private static List<Integer> found(QuerySet set, String text) {
    Mention mention = SamplePost.saying(text).mention();
    Hits hits = set.matching(mention, NORWEGIAN);
    List<Integer> found = new ArrayList<>();
    for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) found.add(i);
    return found;
  }
}
