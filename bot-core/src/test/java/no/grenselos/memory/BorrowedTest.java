package no.grenselos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.mention.Author;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.SamplePost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BorrowedTest {
  private static final String POST =
      "Varmepumpa vår bråker som en traktor hver eneste natt, hva gjør vi?";

  private static Borrowed from(String text) {
    Author kari = new Author("kari_n@mastodon.example", "Kari Nordmann", null, 1);
    return Borrowed.from(
        List.of(new SamplePost("mastodon", kari, text, MentionKind.POST, "nb").mention()));
  }

  @Test
  void sixWordsInARowAreTakenOutHoweverTheyAreWritten() {
    assertThat(
            from(POST).cutFrom("Du sier \"BRÅKER som en\ntraktor hver  eneste natt\": stram den."))
        .isEqualTo("Du sier \"" + Borrowed.GAP + "\": stram den.");
    assertThat(from(POST).cutFrom("Noe bråker som en traktor hver dag"))
        .isEqualTo("Noe bråker som en traktor hver dag");
  }

  @Test
  void severalQuotationsAreTakenOutOneByOne() {
    String twice = "hver eneste natt hva gjør vi - ja, varmepumpa vår bråker som en traktor";

    assertThat(from(POST).cutFrom(twice)).isEqualTo("[…] - ja, […]");
  }

  @ParameterizedTest
  @CsvSource({
    "Hva koster en varmepumpe?, Du spør hva koster en varmepumpe: lite, true",
    "Takk for hjelpen, Takk for hjelpen selv, false",
    "'', hva som helst står her, false"
  })
  void aShortPostIsQuotedWholeOrNotAtAll(String post, String text, boolean quoted) {
    assertThat(from(post).in(text)).isEqualTo(quoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hei kari nordmann!",
        "Hei Kari!",
        "@kari_n skrev det",
        "spør @kari_n@mastodon.example",
        "KARI_N igjen"
      })
  void namesOfTheAuthorAreTakenOut(String text) {
    assertThat(from(POST).cutFrom(text)).contains(Borrowed.GAP).doesNotContainIgnoringCase("kari");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Karianne svarer", "okari_n", "hun er kari i fjellet"})
  void wordsThatOnlyLookLikeANameStay(String text) {
    assertThat(from(POST).cutFrom(text)).isEqualTo(text);
  }

  @Test
  void whatIsNotAboutTheAuthorKeepsItsNames() {
    assertThat(from(POST).withoutQuotes("Kari i regnskap")).isEqualTo("Kari i regnskap");
  }

  @Test
  void everyQuotationHasOneOfTheMarks() {
    Borrowed borrowed = from(POST);
    List<String> words = List.of(POST.toLowerCase().split("[^\\p{L}]+"));

    assertThat(borrowed.marks()).isNotEmpty();
    for (int from = 0; from + 6 <= words.size(); from++) {
      String quotation = String.join(" ", words.subList(from, from + 6));
      assertThat(borrowed.in(quotation)).isTrue();
      assertThat(borrowed.marks()).anyMatch(quotation::contains);
    }
    assertThat(from("Takk for alt").marks()).isEmpty();
  }
}
