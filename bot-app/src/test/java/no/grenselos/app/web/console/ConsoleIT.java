package no.grenselos.app.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.Errand;
import no.grenselos.store.Outbox;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The console in Debian's Chromium. With the property {@code screenshots} set to a folder, pictures
 * are taken on the way.
 */
class ConsoleIT {
  private static final String HOSTILE = "<img src=x onerror=alert(1)> \u202Erevo Bråker den?";
  private static ConsoleHouse house;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    browser = ConsoleBrowser.open(house);
    house
        .store()
        .write(books -> {
          for (int i = 1; i <= 12; i++) {
            String channel = i % 3 == 0 ? "#kundeservice" : "#kommunikasjon";
            String text = i == 3 ? HOSTILE : "Bråker varmepumpa om natta? Nummer " + i;
            TicketId id =
                Posts.open(
                    books, "p" + i, "kari" + i, text, channel, house.now().minusSeconds(i * 900L));
            if (i % 4 == 0) Posts.answered(books, id, "Sett den på en matte.", house.now());
          }
          books.outbox().put(new Errand.Publish(new AnswerId(7)), "g", house.now());
          Outbox.Entry entry =
              books.outbox().lease(1, house.now(), house.now().plusSeconds(30)).getFirst();
          return books.outbox().park(entry, "HTTP 403: the token may not write");
        });
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
        "/console/login",
        "/console/now",
        "/console/tickets",
        "/console/tickets/T-3",
        "/console/tickets/T-4",
        "/console/system",
        "/console/nowhere");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPageCanBeUsedByEverybodyInAnyLightAndSize(String path) {
    browser.everyLook(path);
  }

  @Test
  void somebodySignsInByTheirProviderAndLeaves() {
    house.issuer().person("sub", ConsoleHouse.email(ConsoleRole.ADMIN), Map.of("name", "Kim Vik"));
    Page page = browser.stranger("en-GB");
    page.navigate(house.at("/console/tickets").toString());

    page.getByText("Sign in with house").click();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Posts").setLevel(1)))
        .isVisible();
    page.getByText("Sign out").click();

    assertThat(page.getByText("You are signed out.")).isVisible();
  }

  @Test
  void aMessageSetAsideIsTriedAgainWithTheKeyboardAlone() {
    Page page = browser.admin();
    page.navigate(house.at("/console/now").toString());

    page.locator("#again-0").focus();
    page.keyboard().press("Enter");

    assertThat(page.getByText("It will be tried again within moments.")).isVisible();
  }

  @Test
  void languageAndColoursChangeAtAPress() {
    Page page = browser.admin();
    page.navigate(house.at("/console/now").toString());

    page.getByText("Norsk").click();
    page.getByText("Mørk").click();

    assertThat(page.locator("html")).hasAttribute("lang", "nb");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    // that a page is not there is an error in the browser's eyes
    assertThat(browser.troubles()).allMatch(text -> text.contains("/console/nowhere"));
  }

  @Test
  void everythingCanBeReadAndSentWithoutScripts() {
    Page page = browser.withoutScripts();
    page.navigate(house.localLink().toString());

    page.getByText("Posts").first().click();
    page.locator("input[name=q]").fill("nummer 5");
    page.getByText("Find").click();

    assertThat(page.locator("tbody tr")).hasCount(1);
  }
}
