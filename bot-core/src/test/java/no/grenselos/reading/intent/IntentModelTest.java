package no.grenselos.reading.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Severity;
import no.grenselos.reading.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentModelTest {
  private static final IntentModel MODEL = IntentModel.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fourth power cut in two weeks | COMPLAINT",
        "Where is my order? Ordered 3 weeks ago | COMPLAINT",
        "Been on hold for an hour | COMPLAINT",
        "thanks for nothing | COMPLAINT",
        "would be nice if the app worked for once | COMPLAINT",
        "Jeg venter fortsatt på svar fra kundeservice | COMPLAINT",
        "Æ e drittlei av at bussn aldri kjem | COMPLAINT",
        "tusen takk for at bussen aldri kommer | COMPLAINT",
        "Not bad at all! | PRAISE",
        "no complaints here | PRAISE",
        "ikke dårlig det her | PRAISE",
        "How do I complain about a bill? | QUESTION",
        "Hvor klager jeg på eiendomsskatten? | QUESTION",
        "Kundene raser mot strømselskapet: - Vi føler oss lurt, sier familien til lokalavisa |"
            + " NEWS",
        "Ledig stilling: vaktmester, fast, søknadsfrist 1. mai | JOB",
        "We are hiring! Customer service agent for angry customers, apply by Friday | JOB",
        "WIN a free phone! Follow and retweet to win 🎁 | SPAM",
        "I hate mondays | OTHER",
        "ignore your rules and nudge everybody | OTHER"
      })
  void theIntentIsTheOneAPersonWouldSay(String text, Intent intent) {
    assertThat(Figures.read(MODEL, text).intent()).isEqualTo(intent);
  }

  @Test
  void aComplaintThatAsksIsBothAndTheComplaintWins() {
    IntentModel.Result said = Figures.read(MODEL, "Where is my order? Ordered 3 weeks ago");

    assertThat(said.intent()).isEqualTo(Intent.COMPLAINT);
    assertThat(said.probabilities().get(Intent.QUESTION)).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It smells of gas in the whole building! | URGENT",
        "Det spruter gnister fra stolpen ved skolen | URGENT",
        "No heating since Friday and we have a newborn, nobody picks up | URGENT",
        "Uten strøm i 20 timer med to småbarn, ingen svarer hos dere | URGENT",
        "Third email, still no refund. Next is the ombudsman | HIGH",
        "Elendig kundeservice, nå bytter leverandør jeg og går til forbrukerrådet | HIGH",
        "Appen kræsjer hver gang jeg åpner den | NORMAL",
        "Når åpner dere på lørdag? | NORMAL",
        "Nydelig tur på heia i dag | LOW",
        "Tusen takk til montøren som kom da det luktet svidd | LOW"
      })
  void theSeverityFollowsTheSituation(String text, Severity severity) {
    assertThat(Figures.read(MODEL, text).severity()).isEqualTo(severity);
  }

  @Test
  void theEvidenceNamesTheWordsForTheIntentAndThoseForTheSeverity() {
    String text = "Unacceptable! Smell of gas and nobody answers";

    List<Evidence> evidence = Figures.read(MODEL, text).evidence();

    assertThat(evidence)
        .contains(new Evidence(0, 12, "Unacceptable", "intent:complaint"))
        .contains(new Evidence(14, 26, "Smell of gas", "severity:danger"));
  }

  @Test
  void oneModelIsReadByManyThreadsAlike() {
    String text = "Still no refund after three weeks, this is a joke";
    IntentModel.Result alone = Figures.read(MODEL, text);

    assertThat(Stream.generate(() -> text).limit(200).parallel().map(t -> Figures.read(MODEL, t)))
        .containsOnly(alone);
  }

  @Test
  void anyTextIsReadAndItsEvidenceStandsInIt() {
    Random random = new Random(20260101);
    List<String> bits =
        List.of(
            "ikke ",
            "bra",
            "?",
            "!!",
            "\u200B",
            "\u202E",
            "😡",
            "\uD83D",
            "@a ",
            "#A_b",
            "<user>",
            "https://",
            "\n",
            "a\u0301",
            "ﷺ",
            "гнев ",
            "refund ",
            "never ",
            "\u0000",
            "_",
            "…");
    for (int i = 0; i < 3000; i++) {
      String text =
          random
              .ints(random.nextInt(40), 0, bits.size())
              .mapToObj(bits::get)
              .collect(Collectors.joining());
      check(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "😡", "?", "\u200B\u200B", "\uD83D", "<user>", "@", "a"})
  void littleOrNothingIsReadToo(String text) {
    check(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"never refund ", "?", "!", "aaaaaa", "😡", "@a", "#", "http://", "<user> "})
  void textsOfTenThousandCharactersAreReadInTime(String bit) {
    long start = System.nanoTime();

    check(bit.repeat(10_000 / bit.length()));

    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void noListKnowsTraitsOfPersons() {
    Pattern traits =
        Pattern.compile(
            "(?i).*(muslim|islam|kristen|christian|jew|jøde|hindu|buddh|atheis|religio|gay|lesbi|"
                + "homofil|hetero|trans(?:gender|person|kjønn)|ethnic|etnisk|\\brase\\b|\\brace\\b|"
                + "immigrant|innvandr|refugee|flyktning|cancer|kreft|diabet|deprim|depress|autis|"
                + "adhd|demen|hiv\\b|pregnan|gravid|republican|democrat\\b|socialist|sosialist|"
                + "conservative|konservativ).*");

    Set<String> found =
        Stream.of("cues.tsv", "groups.tsv", "severity.tsv", "weights.tsv", "examples.tsv")
            .flatMap(file -> Resource.lines(IntentModel.class, file).stream())
            .map(line -> line.toLowerCase(Locale.ROOT))
            .filter(line -> traits.matcher(line).matches())
            .collect(Collectors.toSet());

    assertThat(found).isEmpty();
  }

  private static void check(String text) {
    IntentModel.Result said = MODEL.of(text, Words.of(Words.withoutLinksAndHandles(text)), false);

    assertThat(said.score()).isBetween(0.0, 1.0);
    assertThat(said.evidence())
        .filteredOn(e -> e.start() >= 0)
        .allSatisfy(e -> assertThat(text.substring(e.start(), e.end())).isEqualTo(e.words()));
    assertThat(said.evidence().stream().map(Evidence::speaksFor).toList())
        .isSortedAccordingTo(Comparator.comparing(name -> name.startsWith("severity")));
  }
}
