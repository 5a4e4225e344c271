package no.grenselos.chat.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.grenselos.chat.AnyText;
import org.junit.jupiter.api.Test;

class ShownTextTest {
  @Provide
  Arbitrary<String> texts() {
    return new AnyText(14_000).text();
  }

  @Property(tries = 300)
  void cutTextIsNeverLongerThanAskedAndEndsBetweenCharacters(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 300) int max) {
    String cut = ShownText.cut(text, max);

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
    assertThat(ShownText.line(text, 75)).isNotBlank().hasSizeLessThanOrEqualTo(75);
    assertThat(ShownText.paragraphs(text, 3_000)).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void familyStaysTogetherWhenCut() {
    assertThat(ShownText.cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 14)).isEqualTo("👩‍👩‍👧‍👦…");
  }

  @Test
  void charactersNobodySeesAreDroppedAndEmojiKeepTheirJoiners() {
    assertThat(ShownText.line("pay\u200Bpal\u202E x\u00AD 👩‍🚒 a\u200Db", 100))
        .isEqualTo("paypal x 👩‍🚒 ab");
  }

  @Test
  void rightToLeftLineIsKeptToItself() {
    assertThat(ShownText.paragraphs("abc\nשלום", 100)).isEqualTo("abc\n\u2068שלום\u2069");
  }

  @Test
  void manyEmptyLinesBecomeOne() {
    assertThat(ShownText.paragraphs("a\r\n\r\n \n\u2028b", 100)).isEqualTo("a\n\nb");
  }

  @Test
  void whatStandsInAnInputLosesOnlyWhatNobodySees() {
    assertThat(ShownText.editable(" a\u200Bb\n\n\nשלום {{x}} ", 100))
        .isEqualTo(" ab\n\n\nשלום {{x}} ");
    assertThat(ShownText.editable("", 100)).isEmpty();
  }

  @Property(tries = 300)
  void whatIsVisibleStaysAsItIs(@ForAll("texts") String text) {
    String visible = ShownText.visible(text);

    assertThat(ShownText.visible(visible)).isEqualTo(visible);
  }
}
