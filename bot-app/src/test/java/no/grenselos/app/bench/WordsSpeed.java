package no.grenselos.app.bench;

import java.util.List;
import no.grenselos.reading.Language;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.language.LanguageGuess;
import no.grenselos.reading.topic.FeatureCount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done with the words of one post. */
@State(Scope.Benchmark)
public class WordsSpeed {
  private final Gloss gloss = new Gloss(Lexicon.ours());
  private final LanguageGuess languages = new LanguageGuess();
  private final IntentModel intents = IntentModel.shipped();
  private final Posts norwegian = new Posts(Posts.NORWEGIAN);
  private final Posts mixed = new Posts(Posts.MIXED);

  @Benchmark
  public List<Word> withStems() {
    return Words.of(norwegian.next());
  }

  @Benchmark
  public Gloss.Glossed gloss() {
    return gloss.of(norwegian.next());
  }

  @Benchmark
  public Language language() {
    return languages.of(mixed.next(), 15, "");
  }

  @Benchmark
  public int features() {
    return FeatureCount.of(norwegian.next());
  }

  /** With the words, which it is given in the service. */
  @Benchmark
  public IntentModel.Result intent() {
    String text = mixed.next();
    return intents.of(text, Words.of(text), false);
  }
}
