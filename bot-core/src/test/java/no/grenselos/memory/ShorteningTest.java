package no.grenselos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShorteningTest {
  private static final Locale NB = Locale.of("nb");
  private static final List<String> PIECES =
      List.of(
          "Hei. ",
          "Vi tar f.eks. Oslo og bl.a. Bergen. ",
          "Se https://lyngheia.example/a.b?c=1. ",
          "Det koster 1 299,50 kr. i alt! ",
          "Ring 22 33 44 55? ",
          "Skriv til kari.nord@lyngheia.example. ",
          "Kom 17. mai kl. 08.00. ",
          "\n\n",
          "\n- ett\n- to",
          "👩‍🔬 ",
          "\uD83D ",
          "e.g. this, i.e. that. ");

  @Test
  void aTextThatFitsStaysWhole() {
    assertThat(Shortening.to(11).fit(" Ett. To nå. ", NB))
        .isEqualTo(new Shortened.Whole("Ett. To nå."));
  }

  @Test
  void theLastSentencesAreLeftOut() {
    assertThat(Shortening.to(12).fit("Ett og to. Tre. Fire fem.", NB))
        .isEqualTo(new Shortened.Cut("Ett og to.", 2));
    assertThat(Shortening.to(15).fit("Ett og to. Tre. Fire fem.", NB))
        .isEqualTo(new Shortened.Cut("Ett og to. Tre.", 1));
  }

  @Test
  void aFirstSentenceThatDoesNotFitIsSaidToBeTooLong() {
    assertThat(Shortening.to(5).fit("Ett og to. Tre.", NB))
        .isEqualTo(new Shortened.TooLong("Ett og to.", 10));
    assertThat(Shortening.to(5).fit("uten et eneste punktum", NB))
        .isEqualTo(new Shortened.TooLong("uten et eneste punktum", 22));
  }

  @Test
  void theNetworkCounts() {
    // as X does: every link counts 23
    Shortening shortening =
        new Shortening(40, text -> text.replaceAll("https://\\S+", "x".repeat(23)).length());
    String text = "Les https://lyngheia.example/en/veldig/lang/adresse her. Og spør oss.";

    assertThat(shortening.fit(text, NB))
        .isEqualTo(
            new Shortened.Cut("Les https://lyngheia.example/en/veldig/lang/adresse her.", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vi bygger f.eks. Trondheim ut først, og resten siden.",
        "Det gjelder bl.a. Nord-Norge i vinter.",
        "Møt oss kl. 18 på Torget, vi er der.",
        "Kravet kom den 17. Mai, sa de til oss.",
        "Spør A. Hansen om det i morgen.",
        "Prisen er ca. 1.299 kr. Mva. kommer i tillegg der.",
        "Se https://lyngheia.example/a.B?c=1. Eller noe mer",
        "We ask Dr. Smith, i.e. The one from Oslo.",
        "Some things, e.g. Heat pumps, are loud.",
        "Denne linja er brukket\nHer går den videre."
      })
  void inDoubtASentenceGoesOn(String text) {
    String first = text.startsWith("Se ") ? "Se https://lyngheia.example/a.B?c=1." : text;

    assertThat(Shortening.to(3).fit(text, NB))
        .isEqualTo(new Shortened.TooLong(first, first.length()));
  }

  @Test
  void paragraphsAndListItemsAreBorders() {
    String text = "Hei Kari\n\nSlik gjør du det:\n- Slå av pumpa\n- Vent litt";

    assertThat(Shortening.to(20).fit(text, NB)).isEqualTo(new Shortened.Cut("Hei Kari", 3));
    assertThat(Shortening.to(45).fit(text, NB))
        .isEqualTo(new Shortened.Cut("Hei Kari\n\nSlik gjør du det:\n- Slå av pumpa", 1));
  }

  @Test
  void whateverTheTextNothingIsCutWithinALinkANumberOrASentence() {
    Pattern whole = Pattern.compile("https://\\S+|\\d+(?:[ .,:]\\d+)*|f\\.eks\\. Oslo|\\S+@\\S+");
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      StringBuilder made = new StringBuilder("Start. ");
      for (int k = random.nextInt(12); k >= 0; k--) made.append(PIECES.get(random.nextInt(12)));
      String text = made.toString().strip();
      int max = 6 + random.nextInt(text.length());

      String cut =
          switch (Shortening.to(max).fit(text, NB)) {
            case Shortened.Whole(String all) -> all;
            case Shortened.Cut(String start, int left) -> start;
            case Shortened.TooLong(String first, int length) -> "";
          };

      assertThat(text).startsWith(cut);
      assertThat(cut.length()).isLessThanOrEqualTo(max);
      Matcher uncut = whole.matcher(text);
      while (uncut.find()) {
        boolean within = uncut.start() < cut.length() && cut.length() < uncut.end();
        // a full stop that ends link and sentence is taken for part of the link above
        boolean lastStop = cut.length() == uncut.end() - 1 && text.charAt(cut.length()) == '.';
        assertThat(within && !lastStop).as("%s cut to %s", text, cut).isFalse();
      }
    }
  }

  @Test
  void aLongTextIsShortenedQuickly() {
    String text = "Ett. To 1 2 3 4 5 6 7 8. ".repeat(1_000) + "a".repeat(40_000);

    assertThat(Shortening.to(500).fit(text, NB)).isInstanceOf(Shortened.Cut.class);
  }

  @Test
  void nothingFitsInNoRoom() {
    assertThatThrownBy(() -> Shortening.to(0)).hasMessage("max is 0, must be 1 or more");
  }
}
