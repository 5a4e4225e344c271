package no.grenselos.app.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager does with the numbers, in Debian's Chromium; last month is August 2026. */
class InsightsIT {
  private static final String PATH = "/console/insights";
  private static ConsoleHouse house;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    browser = ConsoleBrowser.open(house);
    house.store().write(August::fill);
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

  private static Page at(Browser.NewContextOptions kind) {
    Page page = browser.admin(kind);
    page.navigate(house.at(PATH).toString());
    return page;
  }

  private static Page english() {
    return at(new Browser.NewContextOptions().setLocale("en-GB"));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /** The row of the table that begins so. */
  private static Locator row(Page page, String table, String name) {
    return page.locator("#" + table + " tbody tr:has(th:text-is('" + name + "'))").first();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "nb-NO"})
  void theNumbersCanBeReadByEverybodyInAnyLightSizeAndLanguage(String locale) {
    browser.everyLook(PATH, locale);
  }

  @Test
  void aRangeIsChosenAndItsGoalsCoverageInterruptionsAndOutcomesAreShown() {
    Page page = english();
    assertThat(row(page, "goals", "Sell")).containsText("67 %");

    page.getByLabel("From", exactly()).fill("2026-08-10");
    page.getByLabel("To", exactly()).fill("2026-08-11");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();

    assertThat(page.getByText("From 2026-08-10 to 2026-08-11")).isVisible();
    assertThat(row(page, "goals", "Sell")).containsText("100 %");
    assertThat(page.locator("#coverage tbody tr")).hasCount(1);
    assertThat(row(page, "loads", "ingrid")).containsText("keep an eye on it");
    assertThat(row(page, "outcomes", "Sell").locator("td[data-label='Led to a sale']"))
        .hasText("1");
    assertThat(page.locator("#course img.chart"))
        .hasAttribute("alt", "Chart: The course of it. The table below says the same in numbers.");
    assertThat(browser.troubles()).isEmpty();
  }

  @Test
  void theMoneysFormulaIsShownAndItsNumbersAreChanged() {
    Page page = english();
    assertThat(row(page, "money", "Sell"))
        .containsText("1 sale × ? a sale + 2 answers × ? % who buy × ? a sale");
    assertThat(row(page, "money", "Sell")).containsText("1 answer that came to nothing");

    page.getByText("Change the numbers").click();
    page.getByLabel("Sell: % of those answered who buy").fill("2,5");
    page.getByLabel("Sell: a sale brings").fill("nine");
    keep(page);
    assertThat(page.getByText("sell.sale-value: must be a number")).isVisible();
    page.getByLabel("Sell: % of those answered who buy").fill("2,5");
    page.getByLabel("Sell: a sale brings").fill("9000");
    keep(page);

    assertThat(page.getByText("Kept as the next revision of the rule book.")).isVisible();
    String written =
        house
            .store()
            .read(books -> books.ruleBooks().latest())
            .orElseThrow()
            .files()
            .getOrDefault("grenselos.yml", "");
    assertThat(written).contains("conversion: 2.5", "sale-value: 9000");
    assertThat(browser.troubles()).isEmpty();
  }

  private static void keep(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep").setExact(true))
        .click();
  }

  @Test
  void tablesAndChartsAreTakenAlong() throws IOException {
    Page page = english();

    Download csv = page.waitForDownload(() -> link(page, "CSV: What came of the answers"));
    Download png = page.waitForDownload(() -> link(page, "Picture: The course of it"));

    assertThat(csv.suggestedFilename()).isEqualTo("grenselos-outcomes-2026-08-01-2026-08-31.csv");
    assertThat(new String(bytes(csv), StandardCharsets.UTF_8))
        .startsWith("\uFEFFGoal,Topic,Answered,Told")
        .contains("Sell,All,4,3,75,1,1");
    assertThat(png.suggestedFilename()).isEqualTo("grenselos-course-2026-08-01-2026-08-31.png");
    assertThat(bytes(png)).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(1_000);
    assertThat(browser.troubles()).isEmpty();
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static byte[] bytes(Download download) throws IOException {
    try (InputStream file = download.createReadStream()) {
      return file.readAllBytes();
    }
  }

  @Test
  void onANorwegiansPhoneInTheDarkItIsTheSame() {
    Page page =
        at(
            new Browser.NewContextOptions()
                .setLocale("nb-NO")
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(390, 844));
    assertThat(page.locator("h1")).hasText("Innsikt");
    page.getByText("Forrige måned").click();

    assertThat(page.locator("#outcomes h2")).hasText("Hva det kom ut av svarene");
    Locator chart = page.locator("#course img.chart");
    chart.scrollIntoViewIfNeeded();
    // once it is there; to ask again and again within the page is what its policy forbids
    Object unused = chart.evaluate("image => image.decode()");
    assertThat(chart.evaluate("image => image.currentSrc").toString()).contains("theme=dark");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(browser.troubles()).isEmpty();
  }
}
