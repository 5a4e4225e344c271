package no.grenselos.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * One made-up rule, as a query and as the regular expression somebody without stored queries would
 * write. Of a hundred rules 40 are lists of 3 to 12 words, 20 phrases with slop 0 to 3, 15 of the
 * shape (a OR b) AND (c OR d) AND NOT e, 10 prefixes beside a word, and 15 words with language and
 * network.
 *
 * @param query as an admin writes it
 * @param regexes of which all must be found in a text in lower case
 * @param without of which none may be found
 */
record RuleMix(String query, List<Pattern> regexes, List<Pattern> without) {
  static List<RuleMix> rules(int count, Vocabulary words) {
    List<RuleMix> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) rules.add(rule(words));
    return rules;
  }

  private static RuleMix rule(Vocabulary words) {
    int kind = words.random().nextInt(100);
    if (kind < 40) return list(words);
    if (kind < 60) return phrase(words);
    if (kind < 75) return both(words);
    return kind < 85 ? prefix(words) : inPlace(words);
  }

  private static RuleMix list(Vocabulary words) {
    List<String> named = named(words, 3 + words.random().nextInt(10));
    return new RuleMix("text:(" + String.join(" ", named) + ")", List.of(any(named)), List.of());
  }

  private static RuleMix phrase(Vocabulary words) {
    Random random = words.random();
    String first = random.nextInt(3) == 0 ? words.spoken() : words.named();
    String second = words.named();
    int slop = random.nextInt(4);
    String between = "\\W+(?:\\w+\\W+){0," + slop + "}";
    return new RuleMix(
        "text:\"" + first + " " + second + "\"~" + slop,
        List.of(pattern(Pattern.quote(first) + between + Pattern.quote(second))),
        List.of());
  }

  private static RuleMix both(Vocabulary words) {
    List<String> five = named(words, 5);
    return new RuleMix(
        "text:(%s OR %s) AND text:(%s OR %s) AND NOT text:%s".formatted(five.toArray()),
        List.of(any(five.subList(0, 2)), any(five.subList(2, 4))),
        List.of(any(five.subList(4, 5))));
  }

  private static RuleMix prefix(Vocabulary words) {
    String named = words.named();
    String start = named.substring(0, named.length() - 1 - words.random().nextInt(3));
    String other = words.named();
    return new RuleMix(
        "text:" + start + "* OR text:" + other,
        List.of(pattern(Pattern.quote(start) + "\\w*|" + Pattern.quote(other))),
        List.of());
  }

  private static RuleMix inPlace(Vocabulary words) {
    List<String> named = named(words, 2);
    return new RuleMix(
        "text:(" + String.join(" ", named) + ") AND lang:no AND network:mastodon",
        List.of(any(named)),
        List.of());
  }

  private static List<String> named(Vocabulary words, int count) {
    List<String> named = new ArrayList<>(count);
    while (named.size() < count) named.add(words.named());
    return named;
  }

  private static Pattern any(List<String> words) {
    StringJoiner any = new StringJoiner("|");
    words.forEach(word -> any.add(Pattern.quote(word)));
    return pattern(any.toString());
  }

  private static Pattern pattern(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Whether the regular expressions find it. */
  boolean matches(String lower) {
    return regexes.stream().allMatch(regex -> regex.matcher(lower).find())
        && without.stream().noneMatch(regex -> regex.matcher(lower).find());
  }
}
