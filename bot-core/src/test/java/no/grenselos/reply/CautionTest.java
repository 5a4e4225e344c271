package no.grenselos.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are made up; those of people and cards pass their check digits. */
class CautionTest {
  @ParameterizedTest
  @CsvSource({
    "Se https://lyngheia.example/a, LINK, https://lyngheia.example/a",
    "Se WWW.lyngheia.example nå, LINK, WWW.lyngheia.example",
    "Skriv til kari.nord@lyngheia.example., EMAIL, kari.nord@lyngheia.example",
    "Ring 22 33 44 55., PHONE, 22 33 44 55",
    "Ring 22334455, PHONE, 22334455",
    "Call +47 400 12 345 today, PHONE, +47 400 12 345",
    "Call 0047 40012345, PHONE, 0047 40012345",
    "Fnr 010190 12480, NATIONAL_ID, 010190 12480",
    "Card 4111 1111 1111 1111 ok, CARD, 4111 1111 1111 1111",
    "Kort 4111111111111111, CARD, 4111111111111111",
    "Kom til Storgata 12b i dag, ADDRESS, Storgata 12b",
    "I live at Baker Street 221, ADDRESS, Baker Street 221",
    "Bor i Karl Johans gate 3, ADDRESS, Johans gate 3"
  })
  void whatShouldBeLookedAtTwiceIsFound(String text, String what, String words) {
    assertThat(Caution.in(text)).containsExactly(new Caution.Found(Caution.valueOf(what), words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Det koster 1 299,50 kr i alt.",
        "Vi åpner 17.05.2026 kl. 08.00.",
        "Forbruket var 12345678 kWh",
        "Saksnummer 12345678901",
        "1234 5678 9012 3456 er ikke et kort",
        "0000 0000 0000 0000",
        "@kari spør om det",
        "På vei 3 ganger om dagen",
        "Vi har 40 000 kunder og 20 000 000 kroner"
      })
  void ordinaryTextIsNot(String text) {
    assertThat(Caution.in(text)).isEmpty();
  }

  @Test
  void severalAreFoundEachOnceInOrder() {
    String text = "Ring 22334455 eller 22334455, skriv til a@b.example, se https://b.example";

    assertThat(Caution.in(text))
        .extracting(Caution.Found::what)
        .isEqualTo(List.of(Caution.LINK, Caution.EMAIL, Caution.PHONE));
  }

  @Test
  void hostileTextTakesNoTime() {
    String text = "1 ".repeat(20_000) + "a".repeat(40_000) + " gate" + "@".repeat(10_000);

    assertThat(Caution.in(text)).hasSizeLessThan(10);
  }
}
