package no.grenselos.work;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in somebody's language why an expert is asked or not, which is kept in plain English. */
public final class ReasonWords {
  /** The phrase for each way of giving a reason; what stands in brackets is its value. */
  private static final Map<String, Pattern> REASONS =
      Map.ofEntries(
          entry("reason.owns", "owns the topic"),
          entry("reason.not-asked", "not asked this week"),
          entry("reason.asked", "asked (\\d+) times this week"),
          entry("reason.hours", "outside their hours"),
          entry("reason.cap", "at their cap: (\\d+) today, (\\d+) this week"),
          entry("reason.language", "does not answer in (\\w+)"),
          entry("reason.before", "asked before about this post"),
          entry("reason.wait", "asked to wait"),
          entry("reason.watch", "only reads along"),
          entry("reason.paused", "paused until .+"),
          entry("reason.away", "away until .+"),
          entry("reason.on-leave", "on leave until .+, by their calendar"),
          entry("reason.named", "a colleague named them"),
          entry("reason.turn", "and it is their turn"));

  private final Phrases phrases;

  /**
   * @param phrases of any feature
   */
  public ReasonWords(Phrases phrases) {
    this.phrases = phrases;
  }

  private static Map.Entry<String, Pattern> entry(String key, String pattern) {
    return Map.entry(key, Pattern.compile(pattern));
  }

  /** Reasons are joined by commas; one for which there is no phrase is said as it is. */
  public String of(String english) {
    String whole = part(english);
    if (!whole.equals(english)) return whole;
    return Arrays.stream(english.split(", ", -1)).map(this::part).collect(Collectors.joining(", "));
  }

  private String part(String english) {
    return REASONS.entrySet().stream()
        .map(reason -> Map.entry(reason.getKey(), reason.getValue().matcher(english)))
        .filter(reason -> reason.getValue().matches())
        .findFirst()
        .map(reason -> said(reason.getKey(), reason.getValue()))
        .orElse(english);
  }

  private String said(String key, Matcher matcher) {
    Object[] values = new Object[matcher.groupCount()];
    for (int i = 0; i < values.length; i++) values[i] = matcher.group(i + 1);
    return phrases.say(key, values);
  }
}
