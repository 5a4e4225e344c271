package no.grenselos.app.web.console;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of rules and people, in a house in which nobody changes anything. */
class RulePagesIT {
  private static ConsoleHouse house;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    browser = ConsoleBrowser.open(house);
    house
        .store()
        .write(books ->
            Posts.open(
                books,
                "p1",
                "kari",
                "Bråker vindmøllene på heia om natta?",
                "#kundeservice",
                house.now().minusSeconds(900)));
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (house != null) house.close();
  }

  @BeforeEach
  void timeGoesOn() {
    // the door lets one address in only so often
    house.pass(Duration.ofMinutes(1));
  }

  static Stream<String> paths() {
    return Stream.of(
        "/console/rules",
        "/console/rules/entry?section=routes&key=solar",
        "/console/rules/alone",
        "/console/rules/text",
        "/console/rules/history",
        "/console/rules/revision/1",
        "/console/people",
        "/console/people/entry?section=topics&key=solar",
        "/console/people/expert/ana");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPageCanBeUsedByEverybodyInAnyLightAndSize(String path) {
    browser.everyLook(path);
  }
}
