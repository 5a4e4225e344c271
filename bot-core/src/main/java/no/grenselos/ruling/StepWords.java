package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.route.Explanation.Step;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/**
 * Says in somebody's language what came of each rule on a post's way, which the router says in
 * plain English. Rules in a row of which the same came are one line.
 */
public final class StepWords {
  private static final int NAMED = 4;

  private static final Map<String, Pattern> CAME =
      Map.ofEntries(
          entry("step.no", "does not match"),
          entry("step.over", "is over"),
          entry("step.holds", "holds it"),
          entry("step.silenced", "drops it"),
          entry("step.not-about", "the post is not about (\\S+)"),
          entry("step.expert", "matches: an expert is asked"),
          entry("step.care", "matches: goes to care"),
          entry("step.both", "matches: goes to care, and an expert is asked"),
          entry("step.nobody", "matches, but no topic was found and so nobody to ask"),
          entry("step.drop", "matches: drops it"),
          entry("step.decided", "matches, but it is decided already"),
          entry("step.unreached", "not reached"));

  private static final String GOES_ON = ", goes on";

  private final Phrases phrases;
  private final RuleBook book;

  StepWords(Phrases phrases, RuleBook book) {
    this.phrases = phrases;
    this.book = book;
  }

  private static Map.Entry<String, Pattern> entry(String key, String pattern) {
    return Map.entry(key, Pattern.compile(pattern));
  }

  /**
   * Rules in a row of which the same came.
   *
   * @param matched whether they had a part in the decision
   */
  public record Line(boolean matched, String text) {}

  List<Line> of(List<Step> steps) {
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < steps.size(); ) {
      int to = from + 1;
      while (to < steps.size() && same(steps.get(from), steps.get(to))) to++;
      lines.add(line(steps.subList(from, to)));
      from = to;
    }
    return lines;
  }

  private static boolean same(Step one, Step other) {
    return !one.matched() && !other.matched() && one.text().equals(other.text());
  }

  private Line line(List<Step> alike) {
    String names =
        String.join(", ", alike.stream().limit(NAMED).map(step -> "«" + name(step) + "»").toList());
    int more = alike.size() - NAMED;
    if (more > 0) names = phrases.say("step.more", names, more);
    return new Line(alike.getFirst().matched(), names + ": " + came(alike.getFirst().text()));
  }

  /** {@code silence "why"} in their language. */
  private String name(Step step) {
    boolean silence = step.place().isEmpty() && step.name().startsWith("silence \"");
    return silence ? phrases.say("step.silence", step.name().substring(8)) : step.name();
  }

  private String came(String english) {
    boolean goesOn = english.endsWith(GOES_ON);
    String bare = goesOn ? english.substring(0, english.length() - GOES_ON.length()) : english;
    String said =
        CAME.entrySet().stream()
            .map(one -> Map.entry(one.getKey(), one.getValue().matcher(bare)))
            .filter(one -> one.getValue().matches())
            .findFirst()
            .map(one -> phrases.say(one.getKey(), values(one.getValue())))
            .orElse(bare);
    return goesOn ? said + phrases.say("step.goes-on") : said;
  }

  private Object[] values(Matcher matcher) {
    return matcher.groupCount() == 0 ? new Object[0] : new Object[] {topic(matcher.group(1))};
  }

  private String topic(String id) {
    return book.known(id).map(topic -> book.nameOf(topic, phrases.locale())).orElse(id);
  }
}
