package no.grenselos.reading;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Words as Lucene reads them, in one of their forms. Not thread safe. */
public final class WordStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final List<Word> words;
  private final Function<Word, String> form;
  private int next;

  public WordStream(List<Word> words, Function<Word, String> form) {
    this.words = words;
    this.form = form;
  }

  @Override
  public boolean incrementToken() {
    if (next >= words.size()) return false;
    Word word = words.get(next++);
    clearAttributes();
    term.append(form.apply(word));
    offset.setOffset(word.start(), word.end());
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
