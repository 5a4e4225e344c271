package no.grenselos.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Map;

/** A model's word pieces: texts to numbers. Safe for many threads. */
final class WordPieces implements AutoCloseable {
  /** What a mention holds at most, in UTF-16 units; the pieces that count lie far before it. */
  private static final int LONGEST = 10_000;

  private final HuggingFaceTokenizer tokenizer;
  private final String prefix;

  private WordPieces(HuggingFaceTokenizer tokenizer, String prefix) {
    this.tokenizer = tokenizer;
    this.prefix = prefix;
  }

  static WordPieces read(ModelFiles files, Recipe recipe) throws IOException {
    String most = Integer.toString(recipe.maxTokens());
    Map<String, String> options =
        Map.of("truncation", "true", "padding", "false", "maxLength", most, "modelMaxLength", most);
    return new WordPieces(files.tokenizer(options), recipe.prefix());
  }

  /** The text's pieces, 1 to the recipe's most, whatever the text. */
  long[] of(String text) {
    long[] ids = tokenizer.encode(prefix + printable(text)).getIds();
    return ids.length == 0 ? new long[1] : ids;
  }

  /** The native side takes whole characters only, and ends a text at NUL. */
  private static String printable(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    StringBuilder clean = new StringBuilder(cut.length());
    cut.codePoints()
        .map(c -> c == 0 ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
