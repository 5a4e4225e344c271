package no.grenselos.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the words of a text, in any language. A hashtag is one word and, when it is written in
 * humps ({@code #StrømUtenStrøm}), each of its parts too. Safe for many threads; no text fails.
 */
public final class Words {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern PART = Pattern.compile("\\p{Lu}+[^\\p{Lu}_]*|[^\\p{Lu}_]+");
  private static final Pattern LINK_OR_HANDLE =
      Pattern.compile(
          "(?i)\\bhttps?://\\S+|\\bwww\\.\\S+|(?<![\\p{L}\\d])@[\\p{L}\\d_][\\p{L}\\d_.@-]*+");
  // bit flags of NorwegianLightStemmer, which is not public: 1 bokmål, 2 nynorsk
  private static final int BOTH_NORWEGIANS = 3;

  private Words() {}

  public static List<Word> of(String text) {
    List<Word> raw = split(text);
    List<String> plain =
        through(raw, words -> new ScandinavianNormalizationFilter(new LowerCaseFilter(words)));
    List<Word> lower = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) lower.add(word(raw.get(i), plain.get(i)));
    List<String> norwegian =
        through(lower, words -> new NorwegianLightStemFilter(words, BOTH_NORWEGIANS));
    List<String> english = through(lower, KStemFilter::new);
    List<Word> words = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      Word word = lower.get(i);
      words.add(
          new Word(
              word.start(), word.end(), word.plain(), undoubled(norwegian.get(i)), english.get(i)));
    }
    return List.copyOf(words);
  }

  /** The same words in lower case but else as written, without stems; a third of the time. */
  public static List<Word> standing(String text) {
    List<Word> words = split(text);
    words.replaceAll(word -> word(word, word.plain().toLowerCase(Locale.ROOT)));
    return words;
  }

  /** The text with links and @handles blanked out, every other character at its own place. */
  public static String withoutLinksAndHandles(String text) {
    Matcher matcher = LINK_OR_HANDLE.matcher(text);
    StringBuilder blanked = new StringBuilder(text);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) blanked.setCharAt(i, ' ');
    }
    return blanked.toString();
  }

  private static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    try (StandardTokenizer tokens = new StandardTokenizer()) {
      tokens.setReader(new StringReader(whole(text)));
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        add(words, text, offset.startOffset(), offset.endOffset(), term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  // half a sign at the end, where somebody cut the text: Lucene's tokenizer waits for its other
  // half until the text is over, and then finds no words at all
  private static String whole(String text) {
    int last = text.length();
    while (last > 0 && Character.isHighSurrogate(text.charAt(last - 1))) last--;
    return text.substring(0, last);
  }

  private static void add(List<Word> words, String text, int start, int end, String term) {
    words.add(word(start, end, clean(term)));
    boolean hashtag = start > 0 && text.charAt(start - 1) == '#';
    if (!hashtag && term.indexOf('_') < 0) return;
    Matcher part = PART.matcher(text).region(start, end);
    while (part.find()) {
      if (part.end() - part.start() == end - start) return;
      words.add(word(part.start(), part.end(), clean(part.group())));
    }
  }

  // composed and decomposed letters are one: Apple's systems write å as a with a ring
  private static String clean(String term) {
    String visible = INVISIBLE.matcher(term).replaceAll("");
    return visible.isEmpty() ? term : Normalizer.normalize(visible, Normalizer.Form.NFKC);
  }

  // no Norwegian word ends in mm, but inflected ones double it: strøm, strømmen
  private static String undoubled(String stem) {
    return stem.length() > 3 && stem.endsWith("mm") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static Word word(Word place, String form) {
    return word(place.start(), place.end(), form);
  }

  private static Word word(int start, int end, String form) {
    return new Word(start, end, form, form, form);
  }

  private static List<String> through(List<Word> words, UnaryOperator<TokenStream> filters) {
    List<String> forms = new ArrayList<>(words.size());
    try (TokenStream tokens = filters.apply(new WordStream(words, Word::plain))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) forms.add(term.toString());
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }
}
