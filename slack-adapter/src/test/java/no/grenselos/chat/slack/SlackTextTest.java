package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlackTextTest {
  @Provide
  Arbitrary<String> texts() {
    return AnyCard.text();
  }

  @Property(tries = 300)
  void cutTextIsNeverLongerThanAskedAndEndsBetweenCharacters(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 300) int max) {
    String cut = SlackText.cut(text, max);

    assertThat(cut.length()).isLessThanOrEqualTo(max);
    if (cut.length() < text.length() && cut.length() > 1) {
      String kept = cut.substring(0, cut.length() - 1);
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(text);
      assertThat(text).startsWith(kept);
      assertThat(characters.isBoundary(kept.length())).isTrue();
    }
  }

  @Property(tries = 300)
  void anyTextFitsAndIsNeverBlank(@ForAll("texts") String text) {
    assertThat(SlackText.line(text, 75)).isNotBlank().hasSizeLessThanOrEqualTo(75);
    assertThat(SlackText.paragraphs(text, 3_000)).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void familyStaysTogetherWhenCut() {
    assertThat(SlackText.cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 14)).isEqualTo("👩‍👩‍👧‍👦…");
  }

  @Test
  void charactersNobodySeesAreDroppedAndEmojiKeepTheirJoiners() {
    assertThat(SlackText.line("pay\u200Bpal\u202E x\u00AD 👩‍🚒 a\u200Db", 100))
        .isEqualTo("paypal x 👩‍🚒 ab");
  }

  @Test
  void rightToLeftLineIsKeptToItself() {
    assertThat(SlackText.paragraphs("abc\nשלום", 100)).isEqualTo("abc\n\u2068שלום\u2069");
  }

  @Test
  void fallbackTextIsEscaped() {
    assertThat(SlackText.escaped("<!channel> & co", 100)).isEqualTo("&lt;!channel&gt; &amp; co");
  }

  @Test
  void manyEmptyLinesBecomeOne() {
    assertThat(SlackText.paragraphs("a\r\n\r\n \n\u2028b", 100)).isEqualTo("a\n\nb");
  }

  @Test
  void whatPeopleWroteIsReadAsPlainText() {
    String marked =
        "<@U1> and <@U2|ben> in <#C1|general>: 3 &lt; 4 &amp;amp; "
            + "<https://a.example/x|here> <https://b.example> <!here> <!subteam^S1|@team>";

    assertThat(SlackMarkup.plain(marked, id -> "name of " + id))
        .isEqualTo(
            "@name of U1 and @ben in #general: 3 < 4 &amp; "
                + "here (https://a.example/x) https://b.example @here @team");
  }

  @Test
  void whatStandsInAnInputLosesOnlyWhatNobodySees() {
    assertThat(SlackText.editable(" a\u200Bb\n\n\nשלום ", 100)).isEqualTo(" ab\n\n\nשלום ");
    assertThat(SlackText.editable("", 100)).isEmpty();
  }
}
