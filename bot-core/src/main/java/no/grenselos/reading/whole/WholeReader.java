package no.grenselos.reading.whole;

import java.util.List;
import java.util.regex.Pattern;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.language.LanguageGuess;
import no.grenselos.reading.topic.TopicModel;

/**
 * Reads a post for its language, its intent and its topics. Says nothing about a topic that it is
 * not sure of: silence is the default. Immutable; safe for many threads; fails on no text.
 */
public final class WholeReader implements Reader {
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\d_]+");

  private final TopicModel topics;
  private final IntentModel intents = IntentModel.ofOurCues();
  private final LanguageGuess languages = new LanguageGuess();

  public WholeReader(TopicModel topics) {
    this.topics = topics;
  }

  @Override
  public Reading read(Mention mention) {
    String text = Words.withoutLinksAndHandles(mention.text());
    List<Word> words = Words.of(text);
    boolean outlet = mention.network().name().equals("rss");
    IntentModel.Result intent = intents.of(mention.text(), words, outlet);
    return new Reading(
        languages.of(prose(text), words.size(), mention.language()),
        intent.intent(),
        intent.score(),
        intent.evidence(),
        topics.judge(mention.text()).topics());
  }

  // names in hashtags have no language, and are repeated in every post
  private static String prose(String text) {
    return HASHTAG.matcher(text).replaceAll(" ");
  }
}
