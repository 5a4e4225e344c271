package no.grenselos.app.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comms admin's stories in Debian's Chromium. */
class RulesIT {
  private final ConsoleHouse house = ConsoleHouse.open();
  private final ConsoleBrowser browser = ConsoleBrowser.open(house);

  @BeforeEach
  void timeGoesOn() {
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
    house.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  @Test
  void aTopicIsAddedWithTwoExperts() {
    Page page = at("/console/people");

    link(page, "Add a topic");
    page.getByLabel("Short name").fill("wind");
    page.getByLabel("Name in English").fill("Wind power");
    page.getByLabel("Words that give it away").fill("vindmølle\nvindmøllene");
    page.getByLabel("Ana Moen").check();
    page.getByLabel("Siri Tveitnes").check();
    press(page, "Save");

    assertThat(page.getByText("Revision 2 is in force")).isVisible();
    assertThat(page.locator("tr:has(th a:text-is('Wind power'))")).containsText("Ana Moen");
    assertThat(newest().files()).containsKey("topics/wind.yml");
    assertThat(browser.troubles()).isEmpty();
  }

  @Test
  void aRouteIsForecastAndSaved() {
    Page page = at("/console/rules");

    link(page, "Add a route");
    page.getByLabel("Name").first().fill("wind noise");
    page.getByLabel("Takes posts that match").fill("text:vindmøllene");
    page.getByLabel("Or is left alone, because").fill("Not ours");
    page.getByLabel("Place in the order").fill("1");
    press(page, "What would change?");
    assertThat(page.getByText("Of 1 posts 1 would go elsewhere.")).isVisible();
    press(page, "Save");

    assertThat(page.getByText("Revision 2 is in force")).isVisible();
    assertThat(newest().files().getOrDefault("routes.yml", "")).contains("name: wind noise");
    assertThat(browser.troubles()).isEmpty();
  }

  @Test
  void aMistakeIsSaidWhileTypingAndItsLinkPutsTheCursorThere() {
    Page page = at("/console/rules/text");
    String text = page.locator("#text-0").inputValue();

    page.locator("#text-0")
        .fill(text.replace("lane: expert\n    goal: sell", "lane: experts\n    goal: sell"));
    page.locator("#seen a").first().click();

    assertThat(page.locator("#text-0")).isFocused();
    Object chosen =
        page.evaluate(
            "(() => { const t = document.getElementById('text-0'); return"
                + " t.value.substring(t.selectionStart, t.selectionEnd); })()");
    assertThat(chosen.toString()).contains("experts");
    // colours lie behind the text
    assertThat(page.locator(".code.painted pre .token")).not().hasCount(0);
    assertThat(browser.troubles()).isEmpty();
  }

  @Test
  void aBadChangeIsReverted() {
    Page page = at("/console/rules");
    link(page, "solar");
    page.getByLabel("Serves").selectOption("reputation");
    press(page, "Save");

    link(page, "History");
    link(page, "Revision 1");
    page.getByLabel("Why").fill("that was wrong");
    press(page, "Bring it back");

    assertThat(page.getByText("Revision 3 is in force")).isVisible();
    assertThat(newest().why()).isEqualTo("that was wrong");
    assertThat(newest().files())
        .isEqualTo(house.store().read(books -> books.ruleBooks().find(1)).orElseThrow().files());
  }

  private Page at(String path) {
    Page page = browser.admin();
    page.navigate(house.at(path).toString());
    return page;
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private Source newest() {
    return house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
  }
}
