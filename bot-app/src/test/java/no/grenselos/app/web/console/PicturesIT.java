package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Books;
import no.grenselos.store.Considered.Looked;
import no.grenselos.store.Considered.Round;
import no.grenselos.store.Inbox;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page as it looks on an ordinary day, in both languages, on a desk and in a hand. With the
 * property {@code screenshots} set to a folder, pictures are kept there; some of them are in docs/.
 */
class PicturesIT {
  private static ConsoleHouse house;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    browser = ConsoleBrowser.open(house);
    house
        .store()
        .write(books -> {
          boolean unused = August.fill(books, "ben");
          for (long old = 1; old <= 6; old++) Posts.over(books, new TicketId(old));
          return ordinaryDay(books);
        });
  }

  private static boolean ordinaryDay(Books books) {
    List<String> texts =
        List.of(
            "Bråker varmepumpa om natta? Naboen klager, og jeg vurderer å bytte.",
            "Er det vits med varmepumpe når det er -25 ute?",
            "Elendig! Strømmen er borte for fjerde gang på to uker.",
            "Kor ofte må eg rense filteret på varmepumpa?",
            "Tusen takk til kundeservice, så hyggelige og flinke!",
            "Tåler solceller en snørik vinter, eller må jeg opp på taket?");
    for (int i = 0; i < texts.size(); i++) {
      var at = house.now().minusSeconds(i * 1500L + 300);
      TicketId id = Posts.routed(books, house.console().rules().get(), "p" + i, texts.get(i), at);
      if (i == 0) looked(books, id);
      if (i == 3) Posts.answered(books, id, "To ganger i året holder.", at);
    }
    books
        .mentionInbox()
        .add("p9#1", "p9", new MentionEvent.Deleted(Posts.id("p9"), house.now()), house.now());
    Inbox.Entry<MentionEvent> broken =
        books.mentionInbox().lease(1, house.now(), house.now().plusSeconds(30)).getFirst();
    return books.mentionInbox().park(broken, "the post's time cannot be read");
  }

  private static void looked(Books books, TicketId id) {
    ExpertId ana = new ExpertId("ana");
    List<Looked> people =
        List.of(
            new Looked.Able(ana, 0.9, "owns the topic, not asked this week"),
            new Looked.Able(new ExpertId("ben"), 0.7, "owns the topic, asked 2 times this week"),
            new Looked.LeftOut(
                new ExpertId("siri"), "outside their hours", house.now().plusSeconds(86_400)));
    String why = "owns the topic, not asked this week";
    books
        .considered()
        .keep(id, new Round(house.now().minusSeconds(300), Posts.TOPIC, ana, why, people, 2));
    Posts.answered(books, id, "Sett den på en matte, så blir det stille.", house.now());
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (house != null) house.close();
  }

  @BeforeEach
  void timeGoesOn() {
    // the door lets one address in only so often
    house.pass(Duration.ofSeconds(5));
    house.vitals(Gauged.usual(house.now()));
  }

  static Stream<String> paths() {
    return Stream.of(
        "now",
        "tickets",
        "tickets/T-7",
        "people",
        "rules",
        "rules/alone",
        "insights?preset=last-month",
        "system",
        "nowhere");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPageFitsInBothLanguagesOnADeskAndInAHand(String path) {
    for (String locale : List.of("nb-NO", "en-GB")) {
      Page page = browser.looker(locale);
      for (int width : List.of(1280, 390)) {
        page.setViewportSize(width, 800);
        page.navigate(house.at("/console/" + path).toString());

        String look = path + " " + locale + " " + width;
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("width of " + look)
            .isEqualTo(width);
        assertThat(page.content()).as(look).doesNotContain("??");
        keep(page, look);
      }
    }
  }

  private static void keep(Page page, String look) {
    String folder = System.getProperty("screenshots", "");
    if (folder.isEmpty()) return;
    // pictures are loaded when they come into view
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    String name = "day-" + look.replaceAll("[^A-Za-z0-9]+", "-") + ".png";
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)).setFullPage(true));
  }
}
