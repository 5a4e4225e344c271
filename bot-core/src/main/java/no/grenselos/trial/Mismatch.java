package no.grenselos.trial;

/**
 * One thing that came out otherwise than expected.
 *
 * @param expected empty for {@link What#DROP} and {@link What#SILENT}
 * @param actual {@code none} where there is none
 */
public record Mismatch(What what, String expected, String actual) {
  /** What was expected of. */
  public enum What {
    LANE,
    TOPIC,
    CHANNEL,
    /** Somebody else is asked first. */
    EXPERT,
    /** Somebody is asked who was not to be. */
    NOT_EXPERT,
    /** No route drops it. */
    DROP,
    /** It is not left alone. */
    SILENT,
    /** Nothing on the way says so. */
    WHY
  }

  /** In plain English, as {@code lane is care, not expert}. */
  @Override
  public String toString() {
    return switch (what) {
      case LANE -> "lane is " + actual + ", not " + expected;
      case TOPIC -> "topic is " + actual + ", not " + expected;
      case CHANNEL -> "channel is " + actual + ", not " + expected;
      case EXPERT -> "expert is " + actual + ", not " + expected;
      case NOT_EXPERT -> expected + " may be asked";
      case DROP -> "no route drops it";
      case SILENT -> "it is not left alone";
      case WHY -> "why is " + actual + ", without \"" + expected + "\"";
    };
  }
}
