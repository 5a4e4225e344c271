package no.grenselos.forecast;

import java.util.List;
import java.util.Objects;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules send a post.
 *
 * @param topic whose experts are asked; null when nobody's
 * @param channel the queue it is put into, or gets to when nobody is left to ask; empty for none
 * @param reason why it is dropped or held; empty for all others
 * @param routes names of those that decided, in order
 */
public record Destination(
    Kind kind, @Nullable TopicId topic, String channel, String reason, List<String> routes) {
  /** What is done with it. */
  public enum Kind {
    /** One expert is asked. */
    ASK,
    /** Customer service has it. */
    CARE,
    /** Customer service has it, and an expert is asked. */
    BOTH,
    /** A silence keeps it for later. */
    HELD,
    /** A rule drops it, a silence does, or it is our own. */
    DROPPED,
    /** No rule asks for it. */
    SILENT
  }

  public Destination {
    routes = List.copyOf(routes);
  }

  static Destination of(Decision decision) {
    Because because = decision.because();
    return switch (decision) {
      case Decision.Ask ask -> to(Kind.ASK, ask.topic(), ask.terms().channel(), "", because);
      case Decision.Queue queue -> to(Kind.CARE, null, queue.terms().channel(), "", because);
      case Decision.Both both -> to(Kind.BOTH, both.topic(), both.terms().channel(), "", because);
      case Decision.Hold hold -> to(Kind.HELD, null, "", hold.reason(), because);
      case Decision.Drop drop when drop.nobodys() -> to(Kind.SILENT, null, "", "", because);
      case Decision.Drop drop -> to(Kind.DROPPED, null, "", drop.reason(), because);
    };
  }

  private static Destination to(
      Kind kind, @Nullable TopicId topic, String channel, String reason, Because because) {
    return new Destination(kind, topic, channel, reason, because.routes());
  }

  /** Whether customer service sees it. */
  public boolean inCare() {
    return kind == Kind.CARE || kind == Kind.BOTH;
  }

  /** Whether people would notice no difference: only the routes' names or the reason are others. */
  public boolean sameAs(Destination other) {
    return kind == other.kind
        && Objects.equals(topic, other.topic)
        && channel.equals(other.channel);
  }
}
