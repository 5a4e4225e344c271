package no.grenselos.route;

import static no.grenselos.route.BookOfRules.care;
import static no.grenselos.route.BookOfRules.drop;
import static no.grenselos.route.BookOfRules.expert;
import static no.grenselos.route.BookOfRules.goOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.route.match.QuerySet;
import no.grenselos.route.query.QueryReader;

class RouterPropertyTest {
  private static final Router ROUTER =
      new BookOfRules()
          .route(drop("d", "text:aa* AND -text:b"))
          .route(goOn(care("c", "text:(e i \"o u\" 12* so?) OR followers:[3 TO *]")))
          .route(expert("x", null, "solar"))
          .router();

  @Property
  void anyTextIsDecidedWithEvidenceThatStandsInIt(
      @ForAll @StringLength(max = 400) String text, @ForAll @StringLength(max = 60) String handle) {
    Decision decision =
        ROUTER.decide(
            SamplePost.saying(text).by(handle, 2).mention(),
            BookOfRules.reading("und", Intent.OTHER));

    for (Evidence one : decision.because().evidence()) {
      if (one.start() < 0) continue;
      assertThat(text.substring(one.start(), one.end())).isEqualTo(one.words());
    }
  }

  @Property
  void anyQueryIsReadOrRefusedWithAReason(
      @ForAll
          @StringLength(max = 80)
          @Chars({
            'a', ':', '(', ')', '"', '*', '?', '~', '/', '-', '+', ' ', '[', ']', '^', '\\', '&',
            '|', '!', '@', '1', 'å'
          })
          String query) {
    QueryReader.Read read = QueryReader.read(query, Set.of());

    assertThat(read.problems()).allSatisfy(problem -> assertThat(problem).isNotBlank());
    if (!read.problems().isEmpty()) return;
    try (QuerySet set = QuerySet.of(List.of(read.query()))) {
      set.matching(SamplePost.saying("a 1 å").mention(), BookOfRules.reading("nb", Intent.OTHER));
    }
  }
}
