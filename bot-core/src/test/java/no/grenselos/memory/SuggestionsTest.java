package no.grenselos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.memory.Suggestions.Candidate;
import no.grenselos.memory.Suggestions.Post;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;
import org.junit.jupiter.api.Test;

/** By words alone; with the encoder see bot-app's SuggestionFiguresTest. */
class SuggestionsTest {
  private static final Meanings MEANINGS =
      new Meanings(new Gloss(Lexicon.ours()), Optional.empty());
  private static final Suggestions SUGGESTIONS = new Suggestions(MEANINGS);
  private static final TopicId HEAT_PUMPS = new TopicId("heat-pumps");
  private static final Post NOISE =
      new Post(
          "Varmepumpa til naboen brummer om natta, kan lyden dempes?",
          new Language("nn"),
          List.of(HEAT_PUMPS));

  @Test
  void seventeenOf18PostsFindTheirAnswerAndOneOf16IsGivenAWrongOne() {
    List<InventedHouse.Case> answered =
        InventedHouse.posts().stream().filter(one -> one.expected() > 0).toList();
    List<InventedHouse.Case> others =
        InventedHouse.posts().stream().filter(one -> one.expected() == 0).toList();

    assertThat(answered).filteredOn(SuggestionsTest::isRight).hasSize(17);
    assertThat(answered.size()).isEqualTo(18);
    assertThat(others).filteredOn(SuggestionsTest::isRight).hasSize(15);
    assertThat(others.size()).isEqualTo(16);
  }

  private static boolean isRight(InventedHouse.Case one) {
    return InventedHouse.first(MEANINGS, one.post()) == one.expected();
  }

  @Test
  void aSuggestionSaysWhoseItIsAndWhatItShares() {
    List<Suggestion> suggestions = SUGGESTIONS.of(NOISE, "ana", InventedHouse.kept());

    Suggestion first = suggestions.getFirst();
    assertThat(first.kept().id()).isEqualTo(new KeptId(1));
    assertThat(first.own()).isTrue();
    assertThat(first.sameLanguage()).isTrue();
    assertThat(first.topic()).isEqualTo(HEAT_PUMPS);
    assertThat(SUGGESTIONS.of(NOISE, "ben", InventedHouse.kept()).getFirst().own()).isFalse();
  }

  @Test
  void thePostsLanguageComesFirst() {
    Kept english =
        like(9, "en", "Heat pump noise at night comes from the wall: put it on rubber feet.");
    Kept norwegian = like(8, "nb", "Lyden fra varmepumpa om natta kommer fra veggen.");

    assertThat(SUGGESTIONS.of(NOISE, "ana", List.of(asked(english), asked(norwegian))))
        .extracting(one -> one.kept().id().number())
        .containsExactly(8L, 9L);
    assertThat(
            SUGGESTIONS.of(
                new Post(NOISE.text(), new Language("en"), NOISE.topics()),
                "ana",
                List.of(asked(english), asked(norwegian))))
        .extracting(one -> one.kept().id().number())
        .containsExactly(9L, 8L);
  }

  @Test
  void theSameTextIsSuggestedOnceTheNewestOfThem() {
    Kept older = like(8, "nb", "Sett varmepumpa på gummiføtter, så brummer den mindre om natta.");
    Kept newer =
        new Kept(
            new KeptId(9),
            older.by(),
            older.topics(),
            older.language(),
            older.text(),
            older.source(),
            older.at().plus(Duration.ofDays(1)));

    assertThat(SUGGESTIONS.of(NOISE, "ana", List.of(asked(older), asked(newer))))
        .extracting(Suggestion::kept)
        .containsExactly(newer);
  }

  @Test
  void noWordsFindNothing() {
    Post empty = new Post(" @kari https://x.example ", Language.UNKNOWN, List.of());

    assertThat(SUGGESTIONS.of(empty, "ana", InventedHouse.kept())).isEmpty();
    assertThat(SUGGESTIONS.of(NOISE, "ana", List.of())).isEmpty();
  }

  @Test
  void theOrderInWhichTextsAreGivenDecidesNothing() {
    List<Candidate> kept = InventedHouse.kept();

    assertThat(Stream.of(kept, kept.reversed()).map(all -> SUGGESTIONS.of(NOISE, "ana", all)))
        .allSatisfy(all -> assertThat(all).isEqualTo(SUGGESTIONS.of(NOISE, "ana", kept)));
  }

  /** Answered the same post as {@link #NOISE}. */
  private static Candidate asked(Kept kept) {
    return new Candidate(kept, "Varmepumpa brummer om natta");
  }

  private static Kept like(long id, String language, String text) {
    Kept one = InventedHouse.kept().getFirst().kept();
    return new Kept(
        new KeptId(id),
        one.by(),
        one.topics(),
        new Language(language),
        text,
        one.source(),
        one.at());
  }
}
