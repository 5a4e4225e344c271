package no.grenselos.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.config.RouteCase.Expectation;
import no.grenselos.route.Decision;

/** Compares what was expected with what became of a post. */
public final class Verdict {
  private static final List<String> FORMS = List.of("expert", "lane", "topic", "channel");
  private static final List<String> WORDS = List.of("drop", "silent");

  private Verdict() {}

  /**
   * Reads {@code expert:ana}, {@code lane:care}, {@code topic:solar}, {@code channel:#press},
   * {@code drop} or {@code silent}.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  public static Expectation expectation(String text) {
    String key = text.substring(0, Math.max(0, text.indexOf(':')));
    String value = text.substring(text.indexOf(':') + 1);
    if (!FORMS.contains(key) && !WORDS.contains(text)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be expert:ID, lane:LANE, topic:ID, channel:#NAME, drop or silent");
    }
    return new Expectation(
        Optional.of(value).filter(v -> key.equals("lane")),
        Optional.of(value).filter(v -> key.equals("topic")),
        Optional.of(value).filter(v -> key.equals("channel")),
        Optional.of(value).filter(v -> key.equals("expert")),
        text.equals("drop"),
        text.equals("silent"));
  }

  /** What differs, each as {@code lane is care, not expert}; empty when all is as expected. */
  public static List<String> differences(Expectation expected, Trial.Result result) {
    List<String> differences = new ArrayList<>();
    Decision decision = result.decision();
    compare(differences, "lane", expected.lane(), lane(decision));
    compare(differences, "topic", expected.topic(), topic(decision));
    compare(differences, "channel", expected.channel(), channel(decision));
    compare(differences, "expert", expected.expert(), result.firstAsked().orElse("none"));
    boolean byRoute = !decision.because().routes().isEmpty();
    boolean dropped = decision instanceof Decision.Drop;
    boolean held = decision instanceof Decision.Hold;
    if (expected.drop() && !(dropped && byRoute)) differences.add("no route drops it");
    if (expected.silent() && !held && !(dropped && !byRoute)) {
      differences.add("it is not left alone");
    }
    return differences;
  }

  private static void compare(
      List<String> differences, String what, Optional<String> expected, String actual) {
    expected
        .filter(value -> !value.equals(actual))
        .ifPresent(value -> differences.add(what + " is " + actual + ", not " + value));
  }

  private static String lane(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> "expert";
      case Decision.Queue queue -> "care";
      case Decision.Both both -> "both";
      case Decision.Hold hold -> "none";
      case Decision.Drop drop -> "none";
    };
  }

  private static String topic(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> ask.topic().id();
      case Decision.Both both -> both.topic().id();
      case Decision.Queue queue -> "none";
      case Decision.Hold hold -> "none";
      case Decision.Drop drop -> "none";
    };
  }

  private static String channel(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> ask.terms().channel();
      case Decision.Both both -> both.terms().channel();
      case Decision.Queue queue -> queue.terms().channel();
      case Decision.Hold hold -> "none";
      case Decision.Drop drop -> "none";
    };
  }
}
