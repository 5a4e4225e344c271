package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Part;
import no.grenselos.chat.Png;
import no.grenselos.time.OnwardClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of cards: which are shown by which file of Slack's, and which in words. A card waits
 * ten minutes for its pictures at most, and not at all where Slack will not have them. Safe for
 * many threads.
 */
final class SlackPictures {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPictures.class);

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** After which the pictures that Slack would not have are tried again. */
  private static final Duration GRUDGE = Duration.ofHours(1);

  /** A file that was just given is not shown at once, as Slack looks at it first. */
  private static final Duration LOOK = Duration.ofSeconds(3);

  /** Slack looks some seconds; what it does not show after this is gone. */
  private static final Duration LOOKED = Duration.ofMinutes(2);

  private final SlackFiles files;
  private final Clock clock;
  private final Cache<Png, Instant> troubles =
      Caffeine.newBuilder().expireAfterWrite(GRUDGE).maximumSize(1_000).build();

  SlackPictures(SlackFiles files, Clock clock) {
    this.files = files;
    this.clock = new OnwardClock(clock);
  }

  /**
   * The files that show the card's pictures; those that are missing are shown in words. Any other
   * reply means that the card had better wait.
   */
  SlackReply<Map<Png, String>> of(Card card) {
    Map<Png, String> shown = new HashMap<>();
    for (Part.Picture picture : in(card)) {
      if (isGivenUp(picture.png())) continue;
      SlackReply<String> file = files.id(picture);
      switch (file) {
        case SlackReply.Yes<String> yes -> shown.put(picture.png(), yes.answer());
        case SlackReply.No<String> no -> giveUp(picture.png(), no);
        case SlackReply.TooFast<String> fast -> {
          return waiting(picture.png(), file);
        }
        case SlackReply.NotReached<String> none -> {
          return waiting(picture.png(), file);
        }
        case SlackReply.Unclear<String> unclear -> {
          return waiting(picture.png(), file);
        }
      }
    }
    return new SlackReply.Yes<>(shown);
  }

  /** Slack did not take the message because of its files: they are not ready yet, or gone. */
  Delivery later(Card card) {
    for (Part.Picture picture : in(card)) {
      troubled(picture.png());
      files.forgetIfOlder(picture.png(), LOOKED);
    }
    return new Delivery.RetryAfter(LOOK, "Slack is not ready with the picture yet");
  }

  /** Whether a refusal is about the files, in the words of both posting and editing. */
  static boolean isAboutFiles(SlackReply<?> reply) {
    return reply instanceof SlackReply.No<?> no
        && no.error().equals("invalid_blocks")
        && no.details().stream().anyMatch(detail -> detail.contains("slack file"));
  }

  /** Slack shows the card as it is. */
  void shown(Card card) {
    in(card).stream()
        .map(Part.Picture::png)
        .filter(png -> !isGivenUp(png))
        .forEach(troubles::invalidate);
  }

  private static List<Part.Picture> in(Card card) {
    return card.parts().stream()
        .flatMap(part -> part instanceof Part.Picture picture ? Stream.of(picture) : Stream.empty())
        .toList();
  }

  private SlackReply<Map<Png, String>> waiting(Png png, SlackReply<String> file) {
    troubled(png);
    return SlackReplies.map(file, id -> Map.of());
  }

  private void troubled(Png png) {
    troubles.asMap().putIfAbsent(png, clock.instant());
  }

  private boolean isGivenUp(Png png) {
    Instant since = troubles.getIfPresent(png);
    return since != null && !since.plus(PATIENCE).isAfter(clock.instant());
  }

  private void giveUp(Png png, SlackReply.No<?> no) {
    troubles.put(png, clock.instant().minus(PATIENCE));
    LOG.warn(
        "picture shown in words picture={} reason={} {}: {}",
        png,
        no.error(),
        no.details(),
        SlackRefusals.advice(no, "the workspace"));
  }
}
