package no.grenselos.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.playground.slack.workspace.Shown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A visitor's way through the demo, in Debian's Chromium. With the property {@code screenshots} set
 * to a folder, the pictures of the README are taken on the way.
 */
class BrowserIT {
  private static Running running;
  private static Chromium chromium;

  @BeforeAll
  static void open(@TempDir Path temp) {
    Demo.Plan plan =
        new Demo.Plan(
            ConfigFiles.read(Path.of("../config")),
            BriskFeeds.providers(),
            temp.resolve("grenselos.db"),
            0,
            DemoClock.first(),
            Duration.ofMinutes(10),
            network -> List.of(DemoFiles.mastodon(network, "lyngheia", "lyngheiakraft")),
            Demo.Outward.PLAYGROUND);
    running = Running.open(plan, DemoScript.load(), new PrintWriter(Writer.nullWriter()));
    running.greet(Duration.ofMinutes(10));
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (running != null) running.close();
  }

  @AfterEach
  void pageHadNoTrouble() {
    assertThat(chromium.troubles()).as("errors in the browser's console").isEmpty();
  }

  @Test
  void aPostOutsideIsAnsweredByTheOneWhoKnows() throws Exception {
    Outside others = new Outside(world().playground().network());
    new Playing(others, Duration.ofMillis(20), Duration.ZERO)
        .play(DemoScript.load().deeds().subList(0, 12));
    Page page = page(1280, 800);
    String words = "Varmepumpa duver og bråker hele natta i kulda. Er det normalt? #lyngheia";
    post(page, words);

    String expert = nudged(words);
    page.getByTestId("person-" + expert).click();
    Locator card =
        page.getByRole(com.microsoft.playwright.options.AriaRole.LOG)
            .getByTestId("message")
            .filter(new Locator.FilterOptions().setHasText("duver og bråker"));
    assertThat(card).containsText("Dette kan du. Vil du svare?");
    assertThat(topicsOf(expert)).contains("heat-pumps");
    picture(page, card, "nudge.png");

    card.locator("[data-testid^='action-press:CLAIM']").click();
    assertThat(card).containsText("Den er din");
    picture(page, card, "claimed.png");

    card.locator("[data-testid^='action-press:REPLY']").click();
    page.getByTestId("modal").locator("textarea").fill("Hei! Det er normalt når den aviser.");
    page.getByTestId("modal-submit").click();
    Locator reply =
        page.getByTestId("reply")
            .filter(new Locator.FilterOptions().setHasText("Det er normalt når den aviser"));
    assertThat(reply).isVisible();
    assertThat(card).containsText("Svaret ditt er ute");
    picture(page, reply, "reply.png");
  }

  @Test
  void twoReachForTheSameComplaintAndOneIsToldWhoHasIt() throws Exception {
    Page first = page(1280, 800);
    Page second = page(1280, 800);
    String words =
        "Elendig! Purregebyr på en faktura jeg har betalt, og kundeservice svarer ikke #lyngheia";
    post(first, words);
    Locator one = inQueue(first, "U0LENEAAS21");
    Locator two = inQueue(second, "U0JONASKV22");

    one.dispatchEvent("click");
    two.dispatchEvent("click");

    first.getByText("har tatt denne").first().waitFor();
    boolean whispered =
        world()
            .slack()
            .await(
                slack -> slack.posts().stream().anyMatch(s -> s.kind() == Shown.Kind.EPHEMERAL),
                Chromium.LONGEST);
    assertThat(whispered).as("the slower one is told").isTrue();
    long winners = running.demo().figures().count("ticket.claimed");
    assertThat(winners).isPositive();
    Locator[] told = {first.locator(".whisper"), second.locator(".whisper")};
    first.waitForCondition(() -> told[0].count() + told[1].count() == 1);
  }

  @Test
  void fitsOnAPhone() {
    Page page = page(390, 844);

    assertThat(page.locator("h1").first()).isVisible();
    Object wider = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) wider).intValue()).as("pixels too wide").isLessThanOrEqualTo(0);
    post(page, "Hei fra mobilen #lyngheia");
    assertThat(page.getByText("Hei fra mobilen").first()).isVisible();
  }

  private static Page page(int width, int height) {
    return chromium.page(world().playground().page(), new ViewportSize(width, height), "nb-NO");
  }

  private static void post(Page page, String words) {
    page.getByTestId("post-box").fill(words);
    page.getByTestId("post-button").click();
  }

  /** Who was shown a card with these words. */
  private static String nudged(String words) throws InterruptedException {
    boolean shown =
        world()
            .slack()
            .await(
                slack -> slack.posts().stream().anyMatch(s -> about(s, words)), Chromium.LONGEST);
    assertThat(shown).as("a nudge").isTrue();
    return world().slack().posts().stream()
        .filter(s -> about(s, words))
        .map(new SlackHands(world().playground().base(), world().slack())::screen)
        .map(Screen::owner)
        .findFirst()
        .orElseThrow();
  }

  private static boolean about(Shown shown, String words) {
    return shown.channel().startsWith("D")
        && shown.message().path("blocks").toString().contains(words.substring(0, 20));
  }

  private static List<String> topicsOf(String slackId) {
    return running.demo().book().experts().stream()
        .filter(expert -> expert.handles().getFirst().id().equals(slackId))
        .flatMap(expert -> expert.topics().stream())
        .map(topic -> topic.id())
        .toList();
  }

  /** The claim button of the newest card in the queue, not the board's, for this person. */
  private static Locator inQueue(Page page, String person) {
    page.getByTestId("person-" + person).click();
    page.getByTestId("channel-" + world().slack().channelId("#kundeservice")).click();
    Locator button =
        page.getByTestId("message")
            .filter(
                new Locator.FilterOptions().setHasText("Purregebyr på en faktura jeg har betalt"))
            .locator("[data-testid^='action-press:CLAIM']:text-is('Jeg tar den')");
    button.waitFor();
    return button;
  }

  private static void picture(Page page, Locator shows, String name) {
    String folder = System.getProperty("screenshots", "");
    if (folder.isEmpty()) return;
    shows.scrollIntoViewIfNeeded();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)));
  }

  private static World world() {
    return running.demo().world();
  }
}
