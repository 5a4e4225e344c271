package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyText;
import org.junit.jupiter.api.Test;

class TeamsTextTest {
  @Provide
  Arbitrary<String> texts() {
    return new AnyText(2_000).text();
  }

  @Property(tries = 300)
  void anyTextFitsAndIsNeverBlank(@ForAll("texts") String text) {
    assertThat(TeamsText.line(text, 75)).isNotBlank().hasSizeLessThanOrEqualTo(75);
    assertThat(TeamsText.tame(text, 75)).isNotBlank().hasSizeLessThanOrEqualTo(75);
    assertThat(TeamsText.paragraphs(text, 3_000)).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void dateFunctionsAndMentionsAreBrokenAndMarkdownStaysAsWritten() {
    assertThat(TeamsText.line("{{DATE(x)}} {\u200B{y}} <at>Ben</at> a<b *c* [d](e) &lt;", 100))
        .isEqualTo("{ {DATE(x)}} { {y}} \u2039at>Ben\u2039/at> a<b *c* [d](e) &lt;");
  }

  @Test
  void headingHasLookAlikesForWhatMarkdownReads() {
    assertThat(TeamsText.tame("*a* _b_ [c](https://d.example) <e> &lt; R&D", 100))
        .isEqualTo(
            "\u2217a\u2217 \uFF3Fb\uFF3F \uFF3Bc\uFF3D(https\u2236//d.example)"
                + " \u2039e\u203A \uFF06lt; R&D");
    assertThat(TeamsText.tame("1. first", 100)).isEqualTo("1\uFF0E first");
    assertThat(TeamsText.tame("- first", 100)).isEqualTo("– first");
    assertThat(TeamsText.tame("You know this topic: heat pumps, 3.5 kW", 100))
        .isEqualTo("You know this topic: heat pumps, 3.5 kW");
  }

  @Test
  void summaryHoldsNoTag() {
    assertThat(TeamsText.plain("<at>Ben</at> <b>x</b> &amp; R&D", 100))
        .isEqualTo("\u2039at\u203ABen\u2039/at\u203A \u2039b\u203Ax\u2039/b\u203A \uFF06amp; R&D");
  }
}
