package no.grenselos.reading.whole;

import static no.grenselos.mention.SamplePost.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.topic.Teaching;
import no.grenselos.reading.topic.TopicModel;
import org.junit.jupiter.api.Test;

class WholeReaderCopyTest {
  private static final TopicId HEAT = new TopicId("heat");
  private static final String TEXT =
      "Our heat pump from Fjordbygg hums all night and nobody answers";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static final TopicModel MODEL =
      TopicModel.of(
          List.of(
              new Topic(
                  HEAT,
                  Map.of("en", "Heat"),
                  Map.of(),
                  List.of(),
                  List.of("heat pump"),
                  List.of(),
                  List.of())),
          Teaching.NONE,
          new Meanings(new Gloss(Lexicon.ours()), Optional.empty()));

  private final Copies copies = new Copies(CLOCK);
  private final WholeReader reader = WholeReader.among(copies, MODEL);

  @Test
  void aCopyIsAboutWhatItsOriginalIsAboutAtItsOwnPlaces() {
    reader.read(post("1", TEXT));

    Reading copy = reader.read(post("2", "RT @kari: " + TEXT));

    assertThat(copy.copyOf()).isEqualTo(id("1"));
    assertThat(copy.topics()).extracting(TopicScore::topic).containsExactly(HEAT);
    assertThat(copy.topics().getFirst().evidence())
        .contains(new Evidence(14, 23, "heat pump", "phrase"));
  }

  @Test
  void wordsThatACutCopyHasNoMoreAreShownWithoutAPlace() {
    reader.read(post("1", TEXT));

    Reading copy = reader.read(post("2", "from Fjordbygg hums all night and nobody answers"));

    assertThat(copy.copyOf()).isEqualTo(id("1"));
    assertThat(copy.topics().getFirst().evidence())
        .contains(new Evidence(-1, -1, "heat pump", "phrase"));
  }

  @Test
  void aCopyWithALongCommentOfItsOwnIsReadForItself() {
    String plain = "Fjordbygg opens a new shop in the harbour on Friday morning";
    reader.read(post("1", plain));
    String comment = " And when will they come and look at the heat pump in my cabin by the lake?";

    Reading copy = reader.read(post("2", plain + comment));

    assertThat(copy.topics()).extracting(TopicScore::topic).containsExactly(HEAT);
  }

  @Test
  void anEditedPostIsNoCopyOfItself() {
    reader.read(post("1", TEXT));

    assertThat(reader.read(post("1", TEXT + "!")).copyOf()).isNull();
  }

  @Test
  void aForgottenPostHasNoCopies() {
    reader.read(post("1", TEXT));
    copies.forget(id("1"));

    assertThat(reader.read(post("2", TEXT)).copyOf()).isNull();
  }

  @Test
  void aTrialReaderRemembersNothing() {
    WholeReader trial = new WholeReader(MODEL);
    trial.read(post("1", TEXT));

    assertThat(trial.read(post("2", TEXT)).copyOf()).isNull();
  }

  private static Mention post(String number, String text) {
    Mention any = saying(text).mention();
    return new Mention(
        id(number),
        any.revision(),
        any.conversation(),
        any.link(),
        any.author(),
        any.text(),
        any.kind(),
        any.language(),
        any.inReplyTo(),
        any.reshareOf(),
        any.replyWay(),
        any.publishedAt());
  }

  private static MentionId id(String number) {
    return new MentionId(new Network("mastodon"), number);
  }
}
