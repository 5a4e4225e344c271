package no.grenselos.forecast;

import static no.grenselos.forecast.HandMade.ask;
import static no.grenselos.forecast.HandMade.book;
import static no.grenselos.forecast.HandMade.care;
import static no.grenselos.forecast.HandMade.expert;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import no.grenselos.expert.Cap;
import no.grenselos.reading.Intent;
import no.grenselos.route.RuleBook;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void noPhraseShoutsAndBothLanguagesSayTheSame() throws IOException {
    PropertyResourceBundle en = phrases("");
    PropertyResourceBundle nb = phrases("_nb");

    assertThat(nb.keySet()).isEqualTo(en.keySet());
    for (String key : en.keySet()) {
      assertThat(en.getString(key) + nb.getString(key)).as(key).doesNotContain("!");
      assertThat(nb.getString(key)).as(key).isNotEqualTo(en.getString(key));
    }
  }

  @Test
  void aReportIsRetoldInBothLanguages() {
    HandMade made = new HandMade();
    made.post(1, "09:00", "regningen er feil", Intent.COMPLAINT, "heat");
    made.post(1, "10:00", "varmen", Intent.QUESTION, "heat");
    made.post(1, "11:00", "solen", Intent.QUESTION, "solar");
    RuleBook today =
        book(care("bills", "text:regning"), ask("heat", "heat"))
            .people(expert("ana", "heat", new Cap(3, 9)))
            .done();
    RuleBook draft =
        book(ask("heat", "heat"), ask("sun", "solar"))
            .people(expert("ana", "heat", new Cap(3, 9)))
            .done();

    Report report = made.week(today, draft);

    assertThat(new Retelling(report, Locale.ENGLISH).summary())
        .containsExactly(
            "2 of 3 posts would go elsewhere.",
            "People would be asked 2 times; by the rules as they are, once.",
            "ana would be asked most: 2 times in one week; by the rules as they are, once.",
            "For one post there would be nobody to ask, and it stays with the channel; by the rules"
                + " as they are, for 0.",
            "One complaint would no longer reach customer service.");
    assertThat(new Retelling(report, Locale.of("nb")).summary().getFirst())
        .isEqualTo("2 av 3 innlegg ville gå et annet sted.");
    assertThat(new Retelling(report, Locale.ENGLISH).of(report.changes().getFirst().from(), today))
        .isEqualTo("Goes to #care (by bills)");
    assertThat(new Retelling(report, Locale.of("nb")).notTried()).startsWith("Ikke prøvd: om noen");
  }

  private static PropertyResourceBundle phrases(String language) throws IOException {
    try (InputStream file =
        Report.class.getResourceAsStream("phrases" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
  }
}
