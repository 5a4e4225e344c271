package no.grenselos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.route.match.Hits;
import no.grenselos.route.match.MadeUp;
import no.grenselos.route.match.PostIndex;
import no.grenselos.route.query.Implication;
import no.grenselos.route.query.Marks;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplicationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text:sol | text:sol",
        "text:sol | *:*",
        "text:sol AND network:x | text:sol",
        "text:sol | text:(sol OR vind)",
        "text:(sol OR vind) | text:(vind OR sol OR regn)",
        "text:sol AND network:x AND lang:no | network:x AND text:(sol OR vind)",
        "text:sol AND NOT text:regn | text:sol AND NOT text:regn",
        "text:sol AND network:x AND NOT text:regn | text:sol AND NOT text:regn",
        "\"sol og vind\" | vind",
        "\"sol\" | sol",
        "\"solceller\" | text:sol*",
        "text:solcel* | text:sol*",
        "followers:[100 TO 200] | followers:[100 TO *]",
        "(text:sol AND network:x) OR (text:vind AND network:x) | network:x",
      })
  void whatIsNarrowerIsSeenToBe(String narrow, String wide) {
    assertThat(Implication.of(read(narrow), read(wide))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text:sol | text:vind",
        "text:(sol OR vind) | text:sol",
        "text:sol | text:sol AND NOT text:regn",
        "text:sol | text:sol AND network:x",
        "sol | \"sol\"",
        "text:sol* | text:solcel*",
        "followers:[50 TO 200] | followers:[100 TO *]",
        "*:* | text:sol",
        "text:sol AND NOT text:vind | text:vind",
      })
  void whatMayMatchMoreIsNot(String narrow, String wide) {
    assertThat(Implication.of(read(narrow), read(wide))).isFalse();
  }

  @Test
  void ofThousandsOfPairsNoneThatIsSaidToBeNarrowerMatchesAPostThatTheWiderDoesNot() {
    MadeUp madeUp = new MadeUp(new Random(20261126));
    List<PostIndex.Post> posts =
        Stream.generate(() -> new PostIndex.Post(madeUp.mention(), madeUp.reading()))
            .limit(400)
            .toList();
    List<Query> queries =
        Stream.generate(madeUp::query)
            .map(text -> QueryReader.read(text, Set.of()))
            .filter(read -> read.problems().isEmpty())
            .map(QueryReader.Read::query)
            .distinct()
            .limit(200)
            .toList();
    int implied = 0;
    try (PostIndex index = new PostIndex(posts)) {
      List<Hits> hits = index.matching(queries);
      for (int narrow = 0; narrow < queries.size(); narrow++) {
        for (int wide = 0; wide < queries.size(); wide++) {
          if (narrow == wide || !Implication.of(queries.get(narrow), queries.get(wide))) continue;
          implied++;
          assertThat(Marks.of(queries.get(wide)))
              .as("%s within %s", queries.get(narrow), queries.get(wide))
              .containsAnyElementsOf(Marks.soughtFor(queries.get(narrow)));
          for (Hits post : hits) {
            if (post.has(narrow)) {
              assertThat(post.has(wide))
                  .as("%s within %s", queries.get(narrow), queries.get(wide))
                  .isTrue();
            }
          }
        }
      }
    }
    assertThat(implied).isGreaterThan(100);
  }

  private static Query read(String text) {
    QueryReader.Read read = QueryReader.read(text, Set.of());
    assertThat(read.problems()).isEmpty();
    return read.query();
  }
}
