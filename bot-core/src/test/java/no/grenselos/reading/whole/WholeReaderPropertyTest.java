package no.grenselos.reading.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import no.grenselos.mention.Mention;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;

/** Hostile text: anything a network may hand over, lone surrogates included. */
class WholeReaderPropertyTest {
  private static final WholeReader READER =
      Readers.byWords(
          List.of(
              new Topic(
                  new TopicId("t"),
                  Map.of("en", "T"),
                  Map.of(),
                  List.of("a", "ab"),
                  List.of("a b"),
                  List.of("a ab b", ""),
                  List.of("c"))));

  @Property
  void anyTextIsReadAndEvidenceStandsInIt(
      @ForAll @StringLength(max = 500) String text, @ForAll @StringLength(max = 12) String claim) {
    check(text, claim);
  }

  @Example
  void hostileTextsOfFullLengthAreRead() {
    for (String bit :
        List.of(
            "a",
            "ab ",
            "\uD83D",
            "\uDE00\uD83D",
            "\u200B",
            "\u202E",
            "😀",
            "@",
            "#",
            "#A_b",
            "http://",
            "?!",
            "\u0000",
            "\n",
            "a\u0301",
            "ﷺ",
            "ikke bra ",
            "_",
            "@_@ ")) {
      check(bit.repeat(Mention.MAX_TEXT / bit.length()), "");
    }
  }

  private static void check(String text, String claim) {
    Reading reading = READER.read(SamplePost.saying(text).claimedAs(claim).mention());

    assertThat(reading.intentScore()).isBetween(0.0, 1.0);
    for (Evidence one : reading.intentEvidence()) stands(one, text);
    for (TopicScore score : reading.topics()) score.evidence().forEach(one -> stands(one, text));
  }

  private static void stands(Evidence one, String text) {
    if (one.start() < 0) return;
    assertThat(text.substring(one.start(), one.end())).isEqualTo(one.words());
  }
}
