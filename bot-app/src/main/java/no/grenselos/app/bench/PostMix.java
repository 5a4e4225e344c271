package no.grenselos.app.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;

/**
 * Made-up posts of some weeks with their readings: a tenth are complaints, two fifths about one of
 * the topics. The same for the same seed. Not thread safe.
 */
final class PostMix {
  static final int TOPICS = 20;

  private static final List<String> NETWORKS = List.of("mastodon", "bluesky", "x", "reddit");

  private final Vocabulary words;
  private final Random random;

  PostMix(Vocabulary words) {
    this.words = words;
    this.random = words.random();
  }

  /** One post as it is kept. */
  record Kept(Mention mention, Reading reading, Instant at) {}

  /** The post of that number, of so many that come evenly from a moment on. */
  Kept post(int number, int of, Instant from, Duration time) {
    Instant at = from.plus(time.multipliedBy(number).dividedBy(of));
    String id = Integer.toString(number);
    Mention mention =
        new Mention(
            new MentionId(new Network(NETWORKS.get(number % NETWORKS.size())), id),
            "",
            id,
            URI.create("https://social.example/" + id),
            new Author("author" + random.nextInt(5_000), "", null, random.nextInt(2_000)),
            words.text(),
            MentionKind.POST,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            at);
    return new Kept(mention, reading(), at);
  }

  static TopicId topic(int number) {
    return new TopicId("topic-" + number);
  }

  private Reading reading() {
    boolean topical = random.nextInt(5) < 2;
    List<TopicScore> topics =
        topical
            ? List.of(new TopicScore(topic(random.nextInt(TOPICS)), 0.8, List.of()))
            : List.of();
    Intent intent = random.nextInt(10) == 0 ? Intent.COMPLAINT : Intent.OTHER;
    return new Reading(new Language("nb"), intent, 0.7, Severity.NORMAL, List.of(), topics, null);
  }
}
