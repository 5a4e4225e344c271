package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * What the author wants, by adding up the weights of cue words and a few signs. Every point has a
 * place in the text. Says nothing about the person. Safe for many threads.
 */
public final class IntentModel {
  private static final Pattern QUESTION_MARK = Pattern.compile("\\?+");
  private static final Pattern SHOUT = Pattern.compile("!{2,}|[?!]{3,}");
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\d]");
  private static final Set<String> NEGATORS =
      Set.of(
          "ikke", "ikkje", "aldri", "ingen", "inga", "lite", "neppe", "uten", "utan", "not",
          "never", "isn't", "isn’t", "wasn't", "wasn’t", "don't", "don’t", "didn't", "didn’t",
          "doesn't", "doesn’t", "aren't", "hardly", "without");
  private static final Set<String> PERSONAL =
      Set.of(
          "jeg", "eg", "meg", "min", "mitt", "mi", "mine", "vi", "oss", "vår", "vårt", "våre", "du",
          "deg", "dere", "dykk", "i'm", "i’m", "me", "my", "we", "us", "our", "you", "your");
  private static final int REACH_OF_NEGATION = 3;
  private static final double ENOUGH = 1.0;

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
  private final List<Cue> open = new ArrayList<>();

  IntentModel(List<Cue> cues) {
    for (Cue cue : cues) {
      if (cue.open() && cue.words().size() == 1) open.add(cue);
      else byFirstWord.computeIfAbsent(cue.words().getFirst(), key -> new ArrayList<>()).add(cue);
    }
  }

  public static IntentModel ofOurCues() {
    return new IntentModel(
        Resource.lines(IntentModel.class, "cues.tsv").stream().map(Cue::parse).toList());
  }

  /** An intent, how sure, and the words that spoke for it, strongest first. */
  public record Result(Intent intent, double score, List<Evidence> evidence) {}

  /**
   * @param text the post as it stands
   * @param words of the text without links and handles
   * @param outlet whether it comes from a news feed rather than a person
   */
  public Result of(String text, List<Word> words, boolean outlet) {
    Points points = new Points();
    int place = 0;
    while (place < words.size()) place += cue(points, text, words, place);
    signs(points, text, words, outlet);
    Intent intent = points.winner();
    return new Result(intent, points.sureness(intent), points.evidence(intent));
  }

  /** Counts the longest cue at this place; returns how many words to go on. */
  private int cue(Points points, String text, List<Word> words, int place) {
    Cue best = null;
    for (Cue cue : byFirstWord.getOrDefault(words.get(place).plain(), List.of())) {
      if (!cue.at(words, place) || (cue.atStart() && !opensSentence(text, words, place))) continue;
      if (best == null || cue.words().size() > best.words().size()) best = cue;
    }
    for (Cue cue : open) {
      if (best == null && cue.at(words, place)) best = cue;
    }
    if (best == null) return 1;
    count(points, text, words, place, best);
    return best.words().size();
  }

  private static void count(Points points, String text, List<Word> words, int place, Cue cue) {
    int start = words.get(place).start();
    int end = words.get(place + cue.words().size() - 1).end();
    String found = text.substring(start, end);
    boolean negated = negated(text, words, place);
    switch (cue.intent()) {
      case PRAISE -> {
        Intent said = negated ? Intent.COMPLAINT : Intent.PRAISE;
        points.add(said, cue.weight() * (negated ? 1.2 : 1), start, end, found);
      }
      case COMPLAINT -> {
        if (!negated) points.add(Intent.COMPLAINT, cue.weight(), start, end, found);
      }
      case QUESTION, NEWS, SPAM, OTHER -> points.add(cue.intent(), cue.weight(), start, end, found);
    }
  }

  private static boolean negated(String text, List<Word> words, int place) {
    for (int i = place - 1; i >= 0 && i >= place - REACH_OF_NEGATION; i--) {
      String between = text.substring(words.get(i).end(), words.get(place).start());
      if (between.matches("(?s).*[.!?,;:].*")) return false;
      if (NEGATORS.contains(words.get(i).plain())) return true;
    }
    return false;
  }

  private static boolean opensSentence(String text, List<Word> words, int place) {
    if (place == 0) return true;
    String before = text.substring(words.get(place - 1).end(), words.get(place).start());
    return before.matches("(?s).*[.!?,:;\\n…–-].*");
  }

  private static void signs(Points points, String text, List<Word> words, boolean outlet) {
    String plain = Words.withoutLinksAndHandles(text);
    Matcher question = QUESTION_MARK.matcher(plain);
    boolean asked = question.find();
    if (asked) {
      points.add(Intent.QUESTION, 0.8, question.start(), question.end(), question.group());
    }
    Matcher shout = SHOUT.matcher(plain);
    if (shout.find() && points.of(Intent.COMPLAINT) > 0) {
      points.add(Intent.COMPLAINT, 0.3, shout.start(), shout.end(), shout.group());
    }
    boolean link = LINK.matcher(text).find();
    boolean personal = words.stream().anyMatch(word -> PERSONAL.contains(word.plain()));
    if (outlet) points.add(Intent.NEWS, 1.0, -1, -1, "news feed");
    if (link && !personal && !asked) points.add(Intent.NEWS, 0.5, -1, -1, "a link");
    long hashtags = HASHTAG.matcher(text).results().count();
    if (hashtags >= 6) points.add(Intent.SPAM, link ? 0.8 : 0.5, -1, -1, hashtags + " hashtags");
    if (link && points.of(Intent.SPAM) > 0) points.add(Intent.SPAM, 0.3, -1, -1, "a link");
  }

  /** Points by intent, each with its place. */
  private static final class Points {
    private final Map<Intent, Double> sums = new EnumMap<>(Intent.class);
    private final Map<Intent, List<Point>> points = new EnumMap<>(Intent.class);

    private record Point(double weight, Evidence evidence) {}

    void add(Intent intent, double weight, int start, int end, String words) {
      sums.merge(intent, weight, Double::sum);
      points
          .computeIfAbsent(intent, key -> new ArrayList<>())
          .add(new Point(weight, new Evidence(start, end, words, "intent:" + intent.word())));
    }

    double of(Intent intent) {
      return sums.getOrDefault(intent, 0.0);
    }

    /** A complaint in the form of a question, or with a thank you, is a complaint. */
    Intent winner() {
      if (of(Intent.SPAM) >= ENOUGH && of(Intent.SPAM) > of(Intent.COMPLAINT)) return Intent.SPAM;
      if (of(Intent.COMPLAINT) >= ENOUGH && of(Intent.COMPLAINT) + 0.5 >= of(Intent.PRAISE)) {
        return Intent.COMPLAINT;
      }
      if (of(Intent.NEWS) >= ENOUGH && of(Intent.NEWS) > of(Intent.QUESTION)) return Intent.NEWS;
      if (of(Intent.PRAISE) >= ENOUGH && of(Intent.PRAISE) >= of(Intent.QUESTION)) {
        return Intent.PRAISE;
      }
      return of(Intent.QUESTION) >= 0.8 ? Intent.QUESTION : Intent.OTHER;
    }

    double sureness(Intent intent) {
      double strongest = sums.values().stream().mapToDouble(sum -> sum).max().orElse(0);
      return intent == Intent.OTHER ? Math.exp(-strongest) : 1 - Math.exp(-1.2 * of(intent));
    }

    List<Evidence> evidence(Intent intent) {
      return points.getOrDefault(intent, List.of()).stream()
          .sorted(Comparator.comparingDouble(Point::weight).reversed())
          .map(Point::evidence)
          .toList();
    }
  }
}
