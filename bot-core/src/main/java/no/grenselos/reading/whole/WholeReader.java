package no.grenselos.reading.whole;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicScore;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.language.LanguageGuess;
import no.grenselos.reading.topic.Judgement;
import no.grenselos.reading.topic.TopicModel;

/**
 * Reads a post for its language, its intent, its topics and what it is a copy of; a copy is about
 * what its original is about. Says nothing about a topic that it is not sure of: silence is the
 * default. Safe for many threads; fails on no text.
 */
public final class WholeReader implements Reader {
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\d_]+");

  private final TopicModel topics;
  private final Optional<Copies> copies;
  private final IntentModel intents = IntentModel.shipped();
  private final LanguageGuess languages = new LanguageGuess();

  /** One that takes every post for the first of its kind, as for a trial. */
  public WholeReader(TopicModel topics) {
    this(topics, Optional.empty());
  }

  private WholeReader(TopicModel topics, Optional<Copies> copies) {
    this.topics = topics;
    this.copies = copies;
  }

  /** One that knows the posts of the last days. */
  public static WholeReader among(Copies copies, TopicModel topics) {
    return new WholeReader(topics, Optional.of(copies));
  }

  @Override
  public Reading read(Mention mention) {
    return read(takeUp(mention));
  }

  @Override
  public TakenUp takeUp(Mention mention) {
    return new Begun(mention, copies.flatMap(known -> known.take(mention)));
  }

  @Override
  public Reading look(Mention mention) {
    return read(new Begun(mention, Optional.empty()));
  }

  @Override
  public List<List<TopicScore>> topics(List<String> texts) {
    return topics.judge(texts).stream().map(Judgement::topics).toList();
  }

  private Reading read(TakenUp post) {
    return post.whole(post.withoutTopics(), topics(List.of(post.about())).getFirst());
  }

  private final class Begun implements TakenUp {
    private final Mention mention;
    private final Optional<Copies.Original> original;

    Begun(Mention mention, Optional<Copies.Original> original) {
      this.mention = mention;
      this.original = original;
    }

    @Override
    public Reading withoutTopics() {
      return begun(mention, original);
    }

    @Override
    public String about() {
      return sameAs().map(Copies.Original::text).orElse(mention.text());
    }

    /** A copy's topics are those of its original, whose vector is remembered, at its own places. */
    @Override
    public Reading whole(Reading begun, List<TopicScore> topics) {
      return begun.about(
          sameAs().isEmpty()
              ? topics
              : topics.stream().map(score -> moved(score, mention.text())).toList());
    }

    private Optional<Copies.Original> sameAs() {
      return original.filter(one -> one.saysItAll(mention.text()));
    }
  }

  private Reading begun(Mention mention, Optional<Copies.Original> original) {
    String text = Words.withoutLinksAndHandles(mention.text());
    List<Word> words = Words.of(text);
    boolean outlet = mention.network().name().equals("rss");
    IntentModel.Result intent = intents.of(mention.text(), words, outlet);
    return new Reading(
        languages.of(prose(text), words.size(), mention.language()),
        intent.intent(),
        intent.score(),
        intent.severity(),
        intent.evidence(),
        List.of(),
        original.map(Copies.Original::leader).orElse(null));
  }

  private static TopicScore moved(TopicScore score, String text) {
    return new TopicScore(
        score.topic(),
        score.score(),
        score.evidence().stream().map(one -> moved(one, text)).toList());
  }

  private static Evidence moved(Evidence evidence, String text) {
    if (evidence.start() < 0) return evidence;
    int start = place(evidence.words(), Words.withoutLinksAndHandles(text));
    return start < 0
        ? new Evidence(-1, -1, evidence.words(), evidence.speaksFor())
        : new Evidence(
            start, start + evidence.words().length(), evidence.words(), evidence.speaksFor());
  }

  /** Where words stand as whole words, -1 when they do not. */
  private static int place(String words, String text) {
    int start = text.indexOf(words);
    while (start >= 0) {
      int end = start + words.length();
      boolean before = start > 0 && Character.isLetterOrDigit(text.codePointBefore(start));
      boolean after = end < text.length() && Character.isLetterOrDigit(text.codePointAt(end));
      if (!before && !after) return start;
      start = text.indexOf(words, start + 1);
    }
    return -1;
  }

  // names in hashtags have no language, and are repeated in every post
  private static String prose(String text) {
    return HASHTAG.matcher(text).replaceAll(" ");
  }
}
