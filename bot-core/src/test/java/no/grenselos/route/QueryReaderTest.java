package no.grenselos.route;

import static no.grenselos.route.BookOfRules.NOW;
import static no.grenselos.route.BookOfRules.care;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.reading.TopicId;
import no.grenselos.route.query.QueryFault;
import no.grenselos.route.query.QueryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text:a AND netwrok:x | character 12: no field \"netwrok\"; did you mean \"network\"?",
        "colour:blue | character 1: no field \"colour\"; there are text, network, lang",
        "intent:complain | character 8: no intent \"complain\"; did you mean \"complaint\"?",
        "kind:tweet | no kind \"tweet\"; there are post, reply, reshare, quote",
        "topic:heatpumps | did you mean \"heat-pumps\"?",
        "text:*pumpe | character 6: *pumpe starts with a wildcard; give its first letters",
        "text:* | starts with a wildcard",
        "author:?bot | starts with a wildcard",
        "NOT text:a | only says what must not be; add what must be, or *:* for every post",
        "text:a OR (-text:b) | only says what must not be",
        "text:/varme.*/ | character 6: regular expressions are not read",
        "text:sol~ | ~ needs a word of 4 letters or more",
        "author:trolls~ | ~ works in text only",
        "network:mast* | * and ? work in text and author only",
        "text:c++*  | c++* may hold letters, digits, * and ? only",
        "text:va.me* | may hold letters, digits, * and ? only",
        "text:[a TO b] | a range works with followers only",
        "followers:many | followers must be whole numbers",
        "followers:[1 TO 99999999999] | followers must be whole numbers",
        "text:(a OR b | character 13: cannot be read from here",
        "text:\"a b | character 11: cannot be read from here",
        "intent:complaint and network:x | write AND in capitals, or \"and\" for the word",
        "text:\"!!!\" | has no letters or digits to find",
        "text:s* | s* fits too many words; give its first two letters",
        "author:b?t | fits too many words",
        "text:va*r*m*e*p*umpe | at most 40 characters and 4 of these signs",
        "text:ab*a???????????????????????????? | at most 40 characters and 4 of these signs",
        "text:\"a b\"~21 | at most 20 words may stand between; else use AND",
        "text:\"a b\"~99999999999 | at most 20 words may stand between",
        "followers:[9 TO 1] | no number is from 9 to 1",
        "followers:{5 TO 5} | no number is from 5 to 5",
        "author:@ | author names nothing",
        "lang:norsk | lang is a code of two or three letters, as no, nb, nn or en",
        "text:sol^99999999999999999999999999999999999999999 | a number after ^ or ~ cannot be used",
      })
  void aBadQueryIsRefusedWithPlaceAndAdvice(String query, String advice) {
    assertThat(read(query).problems()).anyMatch(text -> text.contains(advice));
  }

  @Test
  void allThatIsWrongInOneQueryIsToldAtOnce() {
    assertThat(read("netwrok:x OR kind:tweet OR text:*a").problems()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text:sol AND (kind:post OR kind:tweet) | 32 | 37",
        "kind:post AND kind:post AND kind:posst | 33 | 38",
        "text:(sol and vind) OR and | 10 | 13",
        "netwrok:x OR text:a | 0 | 8",
        "text:a OR (b AND netwrok:x) | 17 | 25",
        "text:netwrok: | 12 | 13",
        "followers:[1 TO 2] OR followers:many | 22 | 31",
        "text:(sol OR va*r*m*e*p*umpe) | 13 | 28",
        "text:sol OR sol~ | 12 | 16",
        "text:/varme.*/ OR a | 5 | 14",
        "text:(a OR b | 12 | 12",
        "text:a OR | 9 | 9",
        "text:\"column 3\" OR ) | 19 | 20",
      })
  void aFaultSaysFromWhereToWhereItStands(String query, int from, int to) {
    assertThat(read(query).faults())
        .anySatisfy(fault -> {
          assertThat(fault.from()).isEqualTo(from);
          assertThat(fault.to()).isEqualTo(to);
        });
  }

  @Test
  void whatWasWrittenWithABackslashIsFoundByItsPlaceAllTheSame() {
    QueryFault fault = read("text:sol OR kind:twe\\et").faults().getFirst();

    assertThat("text:sol OR kind:twe\\et".substring(fault.from(), fault.to())).isEqualTo("twe\\et");
  }

  @Test
  void aFaultOfTheWholeQueryHasNoPlace() {
    QueryFault fault = read("NOT text:a").faults().getFirst();

    assertThat(fault.from()).isEqualTo(-1);
    assertThat(fault.said()).startsWith("only says what must not be");
  }

  @Test
  void moreThanTwoHundredWordsAreRefused() {
    String words = IntStream.range(0, 201).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    assertThat(read("text:(" + words + ")").problems())
        .containsExactly("has 201 words; at most 200, so part it into routes");
  }

  @Test
  void moreThanThirtyWordsInOnePhraseAreRefused() {
    String words = IntStream.range(0, 31).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    assertThat(read("text:\"" + words + "\"").problems())
        .containsExactly("character 7: a phrase has 31 words; at most 30");
  }

  @Test
  void moreThanFiftyPatternsAreRefused() {
    String many =
        IntStream.range(0, 51).mapToObj(i -> "ab" + i + "*").collect(Collectors.joining(" "));

    assertThat(read("text:(" + many + ")").problems())
        .containsExactly("has 51 words with *, ? or ~; at most 50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text:(sol og vind) | the word og",
        "og | the word og",
        "text:the AND text:og | the word the",
        "text:de* | a word such as",
        "text:sol OR *:* | decides nothing",
        "followers:[0 TO *] | 0 followers or more",
      })
  void aQueryThatMatchesNearlyEveryPostIsReadWithAWarning(String query, String warning) {
    QueryReader.Read read = read(query);

    assertThat(read.problems()).isEmpty();
    assertThat(read.warnings()).singleElement().asString().contains(warning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*:*",
        "*:* -network:x",
        "text:og AND text:strøm",
        "\"og så\"",
        "text:sol* -og",
        "followers:[1000 TO *]",
        "lang:no"
      })
  void aQueryThatIsNarrowOrMeansEveryPostHasNoWarning(String query) {
    QueryReader.Read read = read(query);

    assertThat(read.problems()).isEmpty();
    assertThat(read.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 5_000})
  void deepBracketsAreRefusedInsteadOfOverflowing(int depth) {
    assertThat(read("(".repeat(depth) + "a" + ")".repeat(depth)).problems())
        .contains("has more than 30 brackets in each other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "author:(@troll OR @bot2000) OR text:(\"legal action\" søksmål)",
        "intent:complaint AND network:(x OR facebook)",
        "text:varme* -text:vær",
        "*:* -network:x",
        "text:\"lyngheia cup\"~3",
        "topic:(heat-pumps OR solar) AND followers:[1000 TO *]",
        "#lyngheia AND lang:no",
        "text:(gnister\n  OR \"lukter svidd\")",
        "text:pumpe^2 kind:QUOTE",
      })
  void aGoodQueryIsRead(String query) {
    assertThat(read(query).problems()).isEmpty();
  }

  @Test
  void everyBadRuleOfABookIsToldWithItsPlace() {
    BookOfRules rules =
        new BookOfRules()
            .route(care("good", "text:a"))
            .route(care("bad", "colour:blue"))
            .silence("text:(", NOW);

    assertThatThrownBy(rules::router)
        .isInstanceOfSatisfying(
            ConfigException.class,
            thrown ->
                assertThat(thrown.problems())
                    .extracting(ConfigProblem::toString)
                    .satisfiesExactly(
                        route ->
                            assertThat(route)
                                .startsWith(
                                    "config/routes.yml:14 routes[1].when: character 1: no field"),
                        silence ->
                            assertThat(silence)
                                .startsWith("config/routes.yml silences[0].when: character")));
  }

  private static QueryReader.Read read(String query) {
    return QueryReader.read(query, Set.of(new TopicId("heat-pumps"), new TopicId("solar")));
  }
}
