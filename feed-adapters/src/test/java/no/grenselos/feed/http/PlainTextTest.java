package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import no.grenselos.mention.Mention;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void blocksStandOnLinesAndScriptsSayNothing() {
    String html =
        "<h1>Title</h1><div>one <b>two</b><br>three</div><style>p{}</style><script>x()</script>"
            + "<pre>a\n  b</pre><table><tr><td>1</td><td>2</td></tr></table>&lt;script&gt;";

    assertThat(PlainText.ofHtml(html)).isEqualTo("Title\none two\nthree\na\n  b\n1 2\n<script>");
  }

  @Test
  void plainTextStaysAsItIs() {
    assertThat(PlainText.ofHtml("5 < 6 & 7 > 2")).isEqualTo("5 < 6 & 7 > 2");
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    String cut = PlainText.tidy("😀".repeat(Mention.MAX_TEXT));

    assertThat(cut.length()).isLessThanOrEqualTo(Mention.MAX_TEXT);
    assertThat(cut).endsWith("😀…");
  }

  @Test
  void controlCharactersAreLeftOut() {
    assertThat(PlainText.tidy("a\u0000b\u001b[31m\r\nc")).isEqualTo("ab[31m\nc");
  }

  @Test
  void spacesAreKeptAnywhereInsidePreAndNoLongerBehindIt() {
    String html = "<div>a  b<pre>c  d<b>e  f</b><pre>g  h</pre></pre>i  j</div>";

    assertThat(PlainText.ofHtml(html)).isEqualTo("a b\nc  de  f\ng  h\ni j");
  }

  @Test
  void aPartOfWhatKeepsItsSpacesKeepsThemToo() {
    Element pre = new Element("pre");
    Element inside = pre.appendElement("span").text("");
    inside.appendChild(new TextNode("a  b"));

    assertThat(PlainText.of(inside)).isEqualTo("a  b");
  }

  /**
   * Counts how often elements are asked what they are: upwards, that would be depth times often.
   */
  private static final class Counted extends Element {
    private final AtomicLong asked;

    Counted(AtomicLong asked) {
      super("div");
      this.asked = asked;
    }

    @Override
    public String normalName() {
      asked.incrementAndGet();
      return super.normalName();
    }
  }

  private static long questions(int depth) {
    AtomicLong asked = new AtomicLong();
    Element root = new Counted(asked);
    Element inner = root;
    for (int i = 0; i < depth; i++) {
      Element next = new Counted(asked);
      inner.appendChild(new TextNode("a"));
      inner.appendChild(next);
      inner = next;
    }
    asked.set(0);
    String unused = PlainText.of(root);
    return asked.get();
  }

  @Test
  void nestingTwiceAsDeepTakesTwiceAsMuch() {
    long once = questions(1_000);

    assertThat(questions(2_000)).isLessThanOrEqualTo(2 * once);
  }

  /** Counts what a pattern reads. */
  private record Spaces(int length, AtomicLong read) implements CharSequence {
    @Override
    public char charAt(int index) {
      read.incrementAndGet();
      return ' ';
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Spaces(end - start, read);
    }
  }

  @Test
  void aLongRunOfSpacesIsReadOnce() {
    Spaces spaces = new Spaces(50_000, new AtomicLong());

    assertThat(PlainText.LINE_END.matcher(spaces).find()).isFalse();
    assertThat(spaces.read().get()).isLessThan(5L * spaces.length());
  }
}
