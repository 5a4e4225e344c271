package no.grenselos.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.revise.RouteCase.Expectation;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.trial.Mismatch.What;

/** Compares what was expected with what became of a post. */
public final class Verdict {
  private static final List<String> FORMS = List.of("expert", "lane", "topic", "channel");
  private static final List<String> WORDS = List.of("drop", "silent");

  /** Where there is none. */
  public static final String NONE = "none";

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
        List.of(),
        text.equals("drop"),
        text.equals("silent"),
        Optional.empty());
  }

  /** What differs; empty when all is as expected. */
  public static List<Mismatch> mismatches(Expectation expected, Trial.Result result) {
    List<Mismatch> found = new ArrayList<>();
    Decision decision = result.decision();
    compare(found, What.LANE, expected.lane(), lane(decision));
    compare(found, What.TOPIC, expected.topic(), topic(decision));
    compare(found, What.CHANNEL, expected.channel(), channel(decision));
    compare(found, What.EXPERT, expected.expert(), result.firstAsked().orElse(NONE));
    for (String id : expected.notExperts()) {
      if (result.mayAsk(id)) found.add(new Mismatch(What.NOT_EXPERT, id, id));
    }
    boolean byRoute = !decision.because().routes().isEmpty();
    boolean dropped = decision instanceof Decision.Drop;
    boolean held = decision instanceof Decision.Hold;
    if (expected.drop() && !(dropped && byRoute)) {
      found.add(new Mismatch(What.DROP, "", lane(decision)));
    }
    if (expected.silent() && !held && !(dropped && !byRoute)) {
      found.add(new Mismatch(What.SILENT, "", lane(decision)));
    }
    expected.why().ifPresent(why -> why(found, why, result));
    return found;
  }

  private static void why(List<Mismatch> found, String why, Trial.Result result) {
    List<String> reasons = reasons(result);
    String wanted = why.toLowerCase(Locale.ROOT);
    if (reasons.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted))) return;
    String actual = reasons.isEmpty() ? NONE : String.join("; ", reasons);
    found.add(new Mismatch(What.WHY, why, actual));
  }

  /** Names of the rules on the way, and the reason given. */
  private static List<String> reasons(Trial.Result result) {
    List<String> reasons = new ArrayList<>();
    for (Explanation.Step step : result.explanation().steps()) {
      if (step.matched()) reasons.add(step.name());
    }
    switch (result.decision()) {
      case Decision.Hold hold -> reasons.add(hold.reason());
      case Decision.Drop drop -> reasons.add(drop.reason());
      case Decision.Ask ask -> {}
      case Decision.Queue queue -> {}
      case Decision.Both both -> {}
    }
    return reasons;
  }

  private static void compare(
      List<Mismatch> found, What what, Optional<String> expected, String actual) {
    expected
        .filter(value -> !value.equals(actual))
        .ifPresent(value -> found.add(new Mismatch(what, value, actual)));
  }

  static String lane(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> "expert";
      case Decision.Queue queue -> "care";
      case Decision.Both both -> "both";
      case Decision.Hold hold -> NONE;
      case Decision.Drop drop -> NONE;
    };
  }

  static String topic(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> ask.topic().id();
      case Decision.Both both -> both.topic().id();
      case Decision.Queue queue -> NONE;
      case Decision.Hold hold -> NONE;
      case Decision.Drop drop -> NONE;
    };
  }

  static String channel(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> ask.terms().channel();
      case Decision.Both both -> both.terms().channel();
      case Decision.Queue queue -> queue.terms().channel();
      case Decision.Hold hold -> NONE;
      case Decision.Drop drop -> NONE;
    };
  }
}
