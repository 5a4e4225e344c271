package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.mention.Mention;
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
}
