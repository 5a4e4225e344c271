package no.grenselos.app.bench;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/**
 * Made-up topics and posts of Norwegian-looking words, the same for the same seed; hardly a text
 * stands twice. Not thread safe.
 */
final class TopicMix {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Vocabulary words;
  private final Random random;

  TopicMix(long seed) {
    this.words = new Vocabulary(seed);
    this.random = new Random(seed);
  }

  /** Topics of four words each, which their examples have too. */
  List<Topic> topics(int count, int examples) {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> own = List.of(words.named(), words.named(), words.named(), words.named());
      List<String> texts = new ArrayList<>();
      for (int e = 0; e < examples; e++) texts.add(text(own));
      topics.add(
          new Topic(
              new TopicId("topic-" + i),
              Map.of("nb", own.getFirst()),
              Map.of("nb", "Om " + String.join(" og ", own)),
              own,
              List.of(),
              texts,
              List.of()));
    }
    return topics;
  }

  /** 8 to 21 words, among them one or two of these. */
  String text(List<String> own) {
    List<String> text = new ArrayList<>();
    int length = 8 + random.nextInt(14);
    for (int i = 0; i < length; i++) text.add(words.spoken());
    if (!own.isEmpty()) {
      text.set(random.nextInt(length), own.get(random.nextInt(own.size())));
      text.set(random.nextInt(length), own.get(random.nextInt(own.size())));
    }
    return String.join(" ", text);
  }

  /** Posts about nothing in particular. */
  List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) texts.add(text(List.of()));
    return texts;
  }

  Mention mention() {
    MentionId id = new MentionId(new Network("bench"), Long.toString(random.nextLong()));
    return new Mention(
        id,
        "",
        id.id(),
        URI.create("https://bench.invalid/"),
        Author.UNKNOWN,
        text(List.of()),
        MentionKind.POST,
        "",
        null,
        null,
        new ReplyWay.Api(),
        NOON);
  }
}
