package no.grenselos.reading.whole;

import static no.grenselos.mention.SamplePost.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeReaderTest {
  private static final TopicId HEAT = new TopicId("heat-pumps");
  private static final WholeReader READER =
      Readers.byWords(
          List.of(
              new Topic(
                  HEAT,
                  Map.of("nb", "Varmepumper"),
                  Map.of(),
                  List.of("varmepumpe", "pumpe"),
                  List.of("luft til luft", "heat pump"),
                  List.of(
                      "Utedelen durer så høyt at naboen ikke får sove, finnes det demping?",
                      "How often should the filter of the indoor unit be washed?"),
                  List.of("Fikk byttet vannpumpe på bilen, seks tusen fattigere")),
              new Topic(
                  new TopicId("solar"),
                  Map.of("nb", "Sol"),
                  Map.of(),
                  List.of("solceller", "solcellepanel"),
                  List.of(),
                  List.of("Lønner det seg med paneler på taket mot øst?"),
                  List.of())));

  @Test
  void aKeywordSpeaksForItsTopicAndIsShownWhereItStands() {
    Reading reading = read("Er det vits med varmepumpa når det er kaldt?");

    assertThat(reading.topics()).extracting(TopicScore::topic).containsExactly(HEAT);
    assertThat(reading.topics().getFirst().evidence())
        .contains(new Evidence(16, 26, "varmepumpa", "keyword"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Varmepumpestøy i hele gata", "luftvarmepumpene i byen", "#Varmepumpe"})
  void compoundsAndHashtagsHoldTheKeyword(String text) {
    assertThat(read(text).topic(HEAT)).isPresent();
  }

  @Test
  void aPhraseDecidesAlone() {
    assertThat(read("Luft til luft i hytte").topic(HEAT))
        .hasValueSatisfying(score -> {
          assertThat(score.score()).isGreaterThan(0.75);
          assertThat(score.evidence()).contains(new Evidence(0, 13, "Luft til luft", "phrase"));
        });
  }

  @Test
  void aPostLikeAnExampleIsItsTopicAndTheExampleIsQuotedInSixtyLetters() {
    Reading reading = read("Utedelen durer høyt, naboen får ikke sove. Demping?");

    assertThat(reading.topics().getFirst().evidence())
        .anySatisfy(one -> {
          assertThat(one.speaksFor()).startsWith("like \"Utedelen durer så høyt").endsWith("…\"");
          assertThat(one.speaksFor().length()).isLessThanOrEqualTo(67);
          assertThat(one.words()).contains("utedelen");
        });
  }

  @Test
  void severalTopicsAreFoundInOnePost() {
    assertThat(read("Solceller og varmepumpe samtidig, smart?").topics()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Naboen får ikke sove",
        "How often should I be here",
        "Finnes det noe finere enn høst på taket",
        "",
        "😀😀",
        "!!!"
      })
  void wordsOfEverydayTalkAreNobodysTopic(String text) {
    assertThat(read(text).topics()).isEmpty();
  }

  @Test
  void aPostLikeACounterexampleIsNotTheTopicInSpiteOfItsKeyword() {
    assertThat(read("Har byttet pumpe på bilen, seks tusen fattigere").topics()).isEmpty();
    assertThat(read("Skal bytte pumpe i huset").topics()).isNotEmpty();
  }

  @Test
  void wordsInLinksAndHandlesSayNothing() {
    assertThat(read("Se @varmepumpe https://varmepumpe.example/varmepumpe").topics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Strømmen er borte i hele bygda og vi vet ikke når den kommer tilbake, nb",
    "Straumen er borte att og vi veit ikkje når han kjem tilbake, nn",
    "The power is out again and nobody knows when it will be back, en",
    "Strömmen är borta igen och ingen vet när den kommer tillbaka, sv",
    "Der Strom ist schon wieder weg und niemand weiß warum, de",
    "Nie ma prądu od rana i nikt nie wie kiedy włączą, und",
    "Hei, und",
    "😀😀😀, und"
  })
  void theLanguageIsGuessedOrLeftOpen(String text, String code) {
    assertThat(read(text).language()).isEqualTo(new Language(code));
  }

  @Test
  void theNetworksClaimDecidesForShortTexts() {
    assertThat(READER.read(saying("Hei").claimedAs("no").mention()).language().norwegian())
        .isTrue();
    assertThat(READER.read(saying("Hi you").claimedAs("en-gb").mention()).language().code())
        .isEqualTo("en");
    assertThat(
            READER
                .read(
                    saying("The power is out again and nobody knows when it will be back")
                        .claimedAs("no")
                        .mention())
                .language()
                .code())
        .isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Elendig! Ingen svarer på telefonen | COMPLAINT",
        "Dette er ikkje godt nok, eg er skuffa | COMPLAINT",
        "Still waiting for an answer, this is unacceptable | COMPLAINT",
        "Ikke fornøyd med denne appen | COMPLAINT",
        "Takk for ingenting | COMPLAINT",
        "Hvorfor er det elendig hver dag? | COMPLAINT",
        "Ikke noe dårlig kaffe her | OTHER",
        "Dårlig føre i dag | OTHER",
        "Når åpner dere på lørdag? | QUESTION",
        "Noen som vet hvor man finner fram | QUESTION",
        "Korleis les eg av målaren | QUESTION",
        "How long does the queue get in winter | QUESTION",
        "Tusen takk til montøren, kjempeflink | PRAISE",
        "Great service, well done | PRAISE",
        "Jeg er journalist og skriver om kraft | NEWS",
        "Kommunen vedtok budsjettet, skriver avisa. Les mer https://a.example | NEWS",
        "Free iphone giveaway, click here https://a.example | SPAM",
        "Nydelig tur på heia | OTHER",
        "😀 | OTHER"
      })
  void theIntentIsRead(String text, Intent intent) {
    assertThat(read(text).intent()).isEqualTo(intent);
  }

  @Test
  void theIntentsWordsAreShownWhereTheyStand() {
    String text = "Skandale: ingen svarer";

    Reading reading = read(text);

    assertThat(reading.intentScore()).isBetween(0.5, 1.0);
    assertThat(reading.intentEvidence())
        .containsExactlyInAnyOrder(
            new Evidence(0, 8, "Skandale", "intent:complaint"),
            new Evidence(10, 22, "ingen svarer", "intent:complaint"));
  }

  @Test
  void whatANewsFeedBringsIsNews() {
    assertThat(READER.read(saying("Ny bru over elva").on("rss").mention()).intent())
        .isEqualTo(Intent.NEWS);
  }

  @Test
  void manyThreadsReadTheSame() {
    SamplePost post = saying("Utedelen på varmepumpa bråker, elendig!");
    Reading alone = READER.read(post.mention());

    assertThat(
            IntStream.range(0, 200).parallel().mapToObj(i -> READER.read(post.mention())).toList())
        .containsOnly(alone);
  }

  @Test
  void withoutTopicsNothingIsAnyonesTopic() {
    assertThat(Readers.byWords(List.of()).read(saying("varmepumpe").mention()).topics()).isEmpty();
  }

  private static Reading read(String text) {
    return READER.read(saying(text).mention());
  }
}
