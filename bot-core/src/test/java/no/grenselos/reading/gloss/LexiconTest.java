package no.grenselos.reading.gloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Resource;
import no.grenselos.reading.gloss.Found.Origin;
import no.grenselos.reading.gloss.Found.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static final Lexicon OURS = Lexicon.ours();

  @ParameterizedTest
  @CsvSource({
    "strømmen, power", "regninga, bill", "regningane, bill", "bilene, car", "bilane, car",
    "jentene, girl", "sikre, secure", "artikler, article", "kunder, customer", "kundar, customer",
    "prisene, price", "prisane, price", "snakket, talk", "snakka, talk", "lampene, lamp",
    "spiser, eat", "serverer, serve", "bygger, build", "svenske, swedish", "grønne, green"
  })
  void anInflectedFormIsFound(String form, String english) {
    assertThat(OURS.find(form).map(Found::english)).contains(english);
  }

  @Test
  void itSaysByWhichRuleAWordWasFound() {
    assertThat(OURS.find("strøm").map(Found::rule)).contains(Rule.HEADWORD);
    assertThat(OURS.find("lampene")).contains(new Found("lamp", Rule.ENDING, "lampe", Origin.OURS));
    assertThat(OURS.find("gikk").map(Found::from)).contains("gå");
    assertThat(OURS.find("abonoment").map(Found::rule)).contains(Rule.SPELLING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expressions.tsv", "words.tsv"})
  void everyLineOfOurFilesParsesAndStandsOnce(String file) {
    Set<String> seen = new HashSet<>();

    for (String line : Resource.lines(Lexicon.class, file)) {
      Entry entry = Entry.parse(line);
      assertThat(seen.add(entry.headword() + " " + entry.kind())).as(line).isTrue();
      assertThat(entry.english().split(" ")).as(line).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void everySpellingStandsForWordsAndIsFound() {
    for (String line : Resource.lines(Lexicon.class, "dialect.tsv")) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(line).hasSize(2).doesNotContain("");
      assertThat(OURS.find(columns[0])).as(line).isPresent();
    }
  }

  @Test
  void ourWordsAreSorted() {
    List<String> headwords =
        Resource.lines(Lexicon.class, "words.tsv").stream()
            .map(line -> line.split("\t", 2)[0])
            .toList();

    assertThat(headwords).isSorted();
  }

  @Test
  void thereAreThousandsOfHeadwords() {
    assertThat(OURS.size()).isGreaterThanOrEqualTo(11_000);
  }

  @Test
  void aGlossaryGoesBeforeOurWordsInEveryFormAndPlace() {
    Lexicon lexicon =
        Lexicon.with(
            List.of(
                Entry.parse("strøm\tn\tstreaming"),
                Entry.parse("spill\tlottery"),
                Entry.parse("gikk\tx\tgik brand")),
            List.of());

    assertThat(lexicon.find("strømmen").map(Found::english)).contains("streaming");
    assertThat(lexicon.find("gikk").map(Found::english)).contains("gik brand");
    assertThat(lexicon.opening("spill")).isEmpty();
  }

  @Test
  void importedWordsComeAfterOurs() {
    Lexicon lexicon =
        Lexicon.with(
            List.of(), List.of(Entry.parse("strøm\tn\tstream"), Entry.parse("gnager\tn\trodent")));

    assertThat(lexicon.find("strømmen").map(Found::english)).contains("power");
    assertThat(lexicon.find("gnagerne").map(Found::origin)).contains(Origin.IMPORTED);
  }

  @Test
  void anEntrySaysWhatIsWrongWithIt() {
    assertThatThrownBy(() -> Entry.parse("ord")).hasMessageContaining("has 1 columns");
    assertThatThrownBy(() -> Entry.parse("ord\tz\tword")).hasMessageContaining("\"z\"");
    assertThatThrownBy(() -> Entry.parse("ord\tn\t ")).hasMessageContaining("no translation");
    assertThatThrownBy(() -> Entry.parse("o".repeat(101) + "\tword"))
        .hasMessageContaining("longer than 100");
  }
}
