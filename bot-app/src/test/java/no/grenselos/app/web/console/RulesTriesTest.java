package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is tried on stored posts and on its tests before anybody saves it. */
class RulesTriesTest {
  private static final String PATH = "/console/rules";

  private final ConsoleHouse house = ConsoleHouse.open();
  private Guest admin = new Guest(house);

  @BeforeEach
  void enter() throws Exception {
    admin = house.guest(ConsoleRole.ADMIN);
    admin.get(PATH);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDraftIsTriedOnStoredPostsAndStaysInTheForm() throws Exception {
    house
        .store()
        .write(books ->
            Posts.open(
                books,
                "p1",
                "kari",
                "Varmepumpa bråker om natta",
                "#kundeservice",
                house.now().minusSeconds(900)));
    String draft =
        routes()
            .replace(
                "  - name: spam",
                "  - {name: all, when: \"text:bråker\", drop: Quiet}\n  - name: spam");

    String page = act("try", draft);

    assertThat(page).contains("when: &quot;text:bråker&quot;", "id=\"trying\"");
    String told = told("What would change, on the last 7 days");
    assertThat(told).contains("Of 1 posts 1 would go elsewhere", "left alone: Quiet", "Varmepumpa");
  }

  @Test
  void aDraftsTestsAreRunAndFailuresSaidInWords() throws Exception {
    act("suite", routes().replace("drop: Spam", "lane: care\n    channel: \"#kundeservice\""));

    assertThat(told("Tests")).contains("1 of 26 tests do not hold", "no route leaves it alone");
  }

  @Test
  void aDraftThatCannotBeUsedIsNotTried() throws Exception {
    String page = act("try", routes().replace("lane: expert", "lane: experts"));

    assertThat(page).contains("problems to mend").doesNotContain("id=\"trying\"");
  }

  @Test
  void aRouteIsTriedFromItsForm() throws Exception {
    String page =
        admin
            .post(
                PATH + "/text/entry",
                Map.of(
                    "entry-section", "routes",
                    "entry-base", "1",
                    "entry-at", "1",
                    "name", "quiet",
                    "when", "text:bråker",
                    "drop", "Quiet"))
            .body();

    assertThat(page).contains("name: quiet", "id=\"trying\"", "What it changes");
  }

  private String act(String act, String text) throws Exception {
    return admin
        .post(
            PATH + "/text",
            Map.of("base", "1", "file", "routes.yml", "text", text, "days", "7", "do", act))
        .body();
  }

  /** Asks again as the page does; each asking takes a moment of its own. */
  private String told(String title) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String page = "";
    while (!page.contains(title) && System.nanoTime() < end) {
      page = admin.get(PATH + "/tries").body();
    }
    assertThat(page).contains(title);
    return page;
  }

  private String routes() {
    return house
        .store()
        .read(books -> books.ruleBooks().latest())
        .orElseThrow()
        .files()
        .getOrDefault("routes.yml", "");
  }
}
