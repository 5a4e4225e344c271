package no.grenselos.app.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two of the comms admin's stories in Debian's Chromium, each from its first look to its end. */
class StoriesIT {
  /** A lawyer is in it, and no lawsuit. */
  private static final String WRONG =
      "Naboen, som er advokat, har fått varmepumpe. Bråker slike varmepumper om natta?";

  private final ConsoleHouse house = ConsoleHouse.open();
  private final ConsoleBrowser browser = ConsoleBrowser.open(house);

  @BeforeEach
  void timeGoesOn() {
    house.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  @Test
  void aPostThatWentWrongIsUnderstoodAndFixedWithATest() {
    TicketId id =
        house
            .store()
            .write(books ->
                Posts.routed(books, house.console().rules().get(), "p1", WRONG, house.now()));
    Page page = at("/console/tickets/" + id);
    assertThat(page.getByText("«legal»: matches: goes to its team")).isVisible();
    assertThat(page.getByText("advokat (").first()).isVisible();

    page.getByLabel("Words of the test").fill("Naboen er advokat. Bråker varmepumpa om natta?");
    press(page, "Keep this as a test");
    String tests = whole(page, page.locator("#text-0"));
    page.locator("#text-0").fill(asksAnExpert(tests));
    press(page, "Run the tests");
    assertThat(page.locator("#trying")).containsText("1 of ");
    assertThat(page.locator("#trying")).containsText("goes to care, not expert");

    page.getByLabel("Another file").selectOption("routes.yml");
    press(page, "Open it too");
    var routes = page.getByLabel("routes.yml", new Page.GetByLabelOptions().setExact(true));
    routes.fill(whole(page, routes).replace("advokat OR advokaten OR ", ""));
    press(page, "Run the tests");
    assertThat(page.locator("#trying")).containsText("tests hold.");
    page.getByLabel("Why (for the history)").fill("a lawyer may ask too");
    press(page, "Save");

    assertThat(page.getByText("Revision 2 is in force")).isVisible();
    Source newest = house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
    assertThat(newest.files().getOrDefault("routes-test.yml", ""))
        .contains("Naboen er advokat. Bråker varmepumpa om natta?")
        .doesNotContain("kari/p1", "som er advokat");
    assertThat(newest.files().getOrDefault("routes.yml", "")).doesNotContain("advokat OR");
    assertThat(newest.why()).isEqualTo("a lawyer may ask too");
    assertThat(browser.troubles()).isEmpty();
  }

  /** What the area holds once its page has come to the end: before, it may be half a text. */
  private static String whole(Page page, Locator area) {
    area.waitFor();
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return area.inputValue();
  }

  /** The tests, and of the last one that an expert is asked. */
  private static String asksAnExpert(String tests) {
    int last = tests.lastIndexOf("post:");
    return tests.substring(0, last)
        + tests
            .substring(last)
            .replace("lane: care", "lane: expert")
            .replaceAll("channel: ['\"]?#kommunikasjon['\"]?", "topic: heat-pumps");
  }

  @Test
  void theManagerIsShownLastMonth() throws Exception {
    house.store().write(books -> August.fill(books, "ben"));
    browser.everyLook("/console/insights?preset=last-month");
    Page page = browser.admin(new Browser.NewContextOptions().setLocale("en-GB"));
    page.navigate(house.at("/console/insights").toString());

    page.locator("input[name=from]").first().fill("2026-08-01");
    page.locator("input[name=to]").first().fill("2026-08-31");
    press(page, "Show");
    assertThat(page.getByText("From 2026-08-01 to 2026-08-31")).isVisible();
    assertThat(page.locator("#goals")).containsText("Sell");
    Download table =
        page.waitForDownload(() -> page.locator("#goals").getByText("CSV").first().click());
    Download picture =
        page.waitForDownload(() -> page.locator("#goals").getByText("PNG").first().click());

    assertThat(table.suggestedFilename()).contains("goals").endsWith(".csv");
    assertThat(Files.readString(table.path(), StandardCharsets.UTF_8)).contains("Sell");
    assertThat(picture.suggestedFilename()).contains("goals").endsWith(".png");
    assertThat(Files.readAllBytes(picture.path())).startsWith(0x89, 'P', 'N', 'G');
    assertThat(browser.troubles()).isEmpty();
  }

  private Page at(String path) {
    Page page = browser.admin();
    page.navigate(house.at(path).toString());
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }
}
