package no.grenselos.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;

/** Every mention handled, with what was understood and decided. */
public interface MentionLog {
  /**
   * False when this revision of the mention was handled before, or the mention was erased; nothing
   * is added then.
   */
  boolean add(Mention mention, Reading reading, Decision decision, Instant receivedAt);

  /** The newest revision. Its text and author are empty when it was erased. */
  Optional<Logged> find(MentionId id);

  /** All revisions, newest first; as {@link #find} when it was erased. */
  List<Logged> revisions(MentionId id);

  /** The post at that address, its newest revision; the newest where several say so. */
  Optional<Logged> at(URI link);

  /**
   * Takes text, author and address of all revisions away, and the words of the post that a reading,
   * a decision or a ticket cites; the id stays, so that it is not taken in anew; also that of a
   * mention never seen, whose deletion came first.
   */
  void erase(MentionId id, Instant at);

  /**
   * Counts a reshare of the original once per reshare; whether the original is known does not
   * matter.
   */
  boolean addReshare(MentionId original, MentionId reshare, Instant at);

  int reshares(MentionId original);

  /**
   * What came in from a place of the log on, oldest first: each post once, as its newest revision
   * says. Erased ones are left out.
   *
   * @param before what came at that moment or later is left out
   * @param most posts at a time; fewer when there are no more
   */
  Page received(Mark after, Instant before, int most);

  /**
   * A place in the log, between two posts.
   *
   * @param number decides between posts of one moment; the store's own
   */
  record Mark(Instant at, long number) {
    /** In front of all that came at that moment or later. */
    public static Mark from(Instant at) {
      return new Mark(at, Long.MIN_VALUE);
    }
  }

  /** Some posts, and where to go on. */
  record Page(List<Received> posts, Mark next) {
    public Page {
      posts = List.copyOf(posts);
    }
  }

  /** A post, what was understood of it, and when it came in. */
  record Received(Mention mention, Reading reading, Instant at) {}

  /**
   * @param erased whether its words are gone from here
   */
  record Logged(
      Mention mention, Reading reading, Decision decision, Instant receivedAt, boolean erased) {
    /** Leads nowhere: the address of a post mostly has its author's name in it. */
    public static final URI NOWHERE = URI.create("about:blank");

    /** What is left of it once it is erased. */
    public Logged withoutWords() {
      Mention blank =
          new Mention(
              mention.id(),
              mention.revision(),
              mention.conversation(),
              NOWHERE,
              Author.UNKNOWN,
              "",
              mention.kind(),
              mention.language(),
              mention.inReplyTo(),
              mention.reshareOf(),
              withoutAddress(mention.replyWay()),
              mention.publishedAt());
      return new Logged(blank, withoutWords(reading), withoutWords(decision), receivedAt, true);
    }

    private static ReplyWay withoutAddress(ReplyWay way) {
      return switch (way) {
        case ReplyWay.Api api -> api;
        case ReplyWay.ByHand hand -> new ReplyWay.ByHand(NOWHERE, hand.reason());
      };
    }

    private static Reading withoutWords(Reading reading) {
      return new Reading(
          reading.language(),
          reading.intent(),
          reading.intentScore(),
          reading.severity(),
          List.of(),
          reading.topics().stream()
              .map(topic -> new TopicScore(topic.topic(), topic.score(), List.of()))
              .toList(),
          reading.copyOf());
    }

    private static Decision withoutWords(Decision decision) {
      Because because = decision.because().withoutWords();
      return switch (decision) {
        case Decision.Ask ask -> new Decision.Ask(ask.topic(), ask.terms(), because);
        case Decision.Queue queue -> new Decision.Queue(queue.terms(), because);
        case Decision.Both both -> new Decision.Both(both.topic(), both.terms(), because);
        case Decision.Hold hold -> new Decision.Hold(hold.until(), hold.reason(), because);
        case Decision.Drop drop -> new Decision.Drop(drop.reason(), because);
      };
    }
  }
}
