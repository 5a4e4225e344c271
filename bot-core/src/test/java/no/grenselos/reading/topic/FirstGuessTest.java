package no.grenselos.reading.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.junit.jupiter.api.Test;

class FirstGuessTest {
  private static final TopicId HEAT = new TopicId("heat");
  private final FirstGuess guesses = new FirstGuess(List.of(heat(List.of("Boiler leaks badly"))));

  @Test
  void aPhraseSaysMoreThanAKeywordAndBothMoreThanNothing() {
    double phrase = guess("a heat pump").probability();
    double keyword = guess("a convector").probability();

    assertThat(phrase).isGreaterThan(keyword);
    assertThat(keyword).isGreaterThan(0.5);
    assertThat(guess("a sandwich").probability()).isZero();
  }

  @Test
  void wordsSharedWithAnExampleSpeakForItsTopic() {
    assertThat(guess("my boiler leaks badly").probability()).isGreaterThan(0.5);
    assertThat(guess("my roof leaks").probability()).isLessThan(0.5);
  }

  @Test
  void whatIsLikeACounterexampleLosesItsPoints() {
    assertThat(guess("radiator of my old car").probability()).isLessThan(0.3);
  }

  @Test
  void logOddsStayWithinReason() {
    assertThat(guess("a sandwich").logOdds()).isBetween(-10.0, -9.0);
  }

  @Test
  void nearnessInMeaningCountsLessWhenACounterexampleIsNearer() {
    double near = FirstGuess.near(new Neighbours.Near(0.9f, 0.9f, 0.8f, "x", -1), 0.9f);

    assertThat(near).isGreaterThan(0.5);
    assertThat(FirstGuess.near(new Neighbours.Near(0.9f, 0.9f, 0.8f, "x", 0.98f), 0.9f))
        .isLessThan(near / 2);
    assertThat(FirstGuess.near(new Neighbours.Near(0.3f, 0.3f, 0.3f, "x", -1), 0.1f))
        .isLessThan(0.01);
  }

  @Test
  void otherExamplesAreKnownAtOnce() {
    FirstGuess next = guesses.among(List.of(heat(List.of("Thermostat blinks orange"))));

    assertThat(guess(next, "thermostat blinks orange").probability()).isGreaterThan(0.5);
    assertThat(guess(next, "my boiler leaks badly").probability()).isLessThan(0.5);
  }

  private FirstGuess.Guess guess(String text) {
    return guess(guesses, text);
  }

  private static FirstGuess.Guess guess(FirstGuess by, String text) {
    List<Word> words = Words.of(text);
    return by.of(HEAT, text, words, by.cosines(words), 0);
  }

  private static Topic heat(List<String> examples) {
    return new Topic(
        HEAT,
        Map.of("en", "Heat"),
        Map.of(),
        List.of("radiator", "convector"),
        List.of("heat pump"),
        examples,
        List.of("New radiator for my old car"));
  }
}
