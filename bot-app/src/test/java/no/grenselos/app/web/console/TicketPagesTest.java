package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.Books;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show of posts, and to whom; and what is set right from them. */
class TicketPagesTest {
  private static final String HOSTILE =
      "</p><script>alert(1)</script><img src=x onerror=alert(1)> [[${7*7}]] __${7*7}__ {{7*7}}";
  private static final String CARE = "#kundeservice";
  private static final String EXPERTS = "#kommunikasjon";

  private static ConsoleHouse house;
  private static TicketId hostile;
  private static TicketId expert;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    Instant at = ConsoleHouse.START;
    hostile = write(books -> Posts.open(books, "1", "=cmd|' /C calc'!A0", HOSTILE, CARE, at));
    expert =
        write(books -> Posts.open(books, "2", "kari", "Bråker varmepumpa om natta", EXPERTS, at));
    write(books -> {
      Posts.answered(books, expert, HOSTILE, at);
      return true;
    });
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static <T> T write(Function<Books, T> work) {
    return house.store().write(work);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/tickets", "/console/tickets/T-1", "/console/tickets/T-2"})
  void foreignTextIsShownAndDoesNothing(String path) throws Exception {
    String page = house.guest(ConsoleRole.ADMIN).get(path).body();

    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script>alert", "<img src=x", " 49 ", "_49_");
    assertThat(page).contains("${7*7}");
  }

  @Test
  void aStoryTellsWhatHappenedInOrder() throws Exception {
    String page = house.guest(ConsoleRole.ADMIN).get("/console/tickets/" + expert).body();

    assertThat(page)
        .contains("Bråker varmepumpa", "heat pumps", "Asked", "took it", "Noted", "Wrote")
        .contains("ticket.claimed", "by the card", "href=\"https://mastodon.example/@kari/2\"");
    assertThat(page.indexOf("Asked")).isLessThan(page.indexOf("Noted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"T-99999", "T-0", "T-x", "nothing", "T-9999999999999999999"})
  void anUnknownNumberIsNotThere(String id) throws Exception {
    HttpResponse<String> page = house.guest(ConsoleRole.ADMIN).get("/console/tickets/" + id);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is nothing here");
  }

  @Test
  void postsAreFoundByWordsNumberAndFilter() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);

    assertThat(admin.get("/console/tickets?q=varmepump").body())
        .contains("T-2")
        .doesNotContain(">T-1<");
    assertThat(admin.get("/console/tickets?q=t-1").uri().getPath())
        .isEqualTo("/console/tickets/T-1");
    assertThat(admin.get("/console/tickets?state=ANSWERED").body())
        .contains(">T-2<")
        .doesNotContain(">T-1<");
    assertThat(admin.get("/console/tickets?answer=no&team=kundeservice").body())
        .contains(">T-1<")
        .doesNotContain(">T-2<");
    assertThat(admin.get("/console/tickets?network=%3Cb%3E&lane=%27&from=never&goal=x").body())
        .contains(">T-1<", ">T-2<");
    assertThat(admin.get("/console/tickets?topic=Heat%20pumps").body()).contains(">T-1<");
    assertThat(admin.get("/console/tickets?from=2026-09-16").body()).contains("Nothing fits");
  }

  @Test
  void customerServiceSeesItsOwnTeamsAlone() throws Exception {
    Guest care = house.guest(ConsoleRole.CARE);

    assertThat(care.get("/console/tickets").body()).contains(">T-1<").doesNotContain(">T-2<");
    assertThat(care.get("/console/tickets?team=kommunikasjon").body()).doesNotContain(">T-2<");
    assertThat(care.get("/console/tickets/T-1").statusCode()).isEqualTo(200);
    assertThat(care.get("/console/tickets/T-2").statusCode()).isEqualTo(404);
    assertThat(care.get("/console/tickets/export.csv").body()).doesNotContain("T-2");
    assertThat(care.get("/console/now").body()).doesNotContain("#kommunikasjon");
  }

  @Test
  void somebodyOfNoTeamSeesNobodysPosts() throws Exception {
    house.issuer().person("s", "", Map.of("groups", "care-people"));
    house.pass(Duration.ofSeconds(5));
    Guest care = new Guest(house);
    care.get("/console/login/go/house");

    assertThat(care.get("/console/tickets").body()).doesNotContain(">T-1<", ">T-2<");
    assertThat(care.get("/console/tickets/export.csv").body()).doesNotContain("T-1");
  }

  @Test
  void aTableForASpreadsheetHoldsNoFormula() throws Exception {
    HttpResponse<String> table = house.guest(ConsoleRole.ADMIN).get("/console/tickets/export.csv");

    assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "grenselos-posts.csv");
    assertThat(table.body()).contains("T-1", "T-2", "'@=cmd");
  }

  @Test
  void anErasedPostIsShownAsGone() throws Exception {
    TicketId gone =
        write(books -> Posts.open(books, "9", "per", "erase me", EXPERTS, ConsoleHouse.START));
    write(books -> {
      books.mentions().erase(Posts.id("9"), ConsoleHouse.START);
      return true;
    });
    Guest admin = house.guest(ConsoleRole.ADMIN);

    assertThat(admin.get("/console/tickets/" + gone).body())
        .contains("The post is gone outside")
        .doesNotContain("erase me", "@per");
    assertThat(admin.get("/console/tickets").body()).doesNotContain("erase me", "@per");
  }

  @Test
  void theAuditIsFilteredAndTakenAlong() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);

    assertThat(admin.get("/console/system?who=ana").body()).contains("ticket.claimed");
    assertThat(admin.get("/console/system?who=nobody").body()).contains("Nothing fits");
    assertThat(admin.get("/console/system/audit.jsonl?who=ana").body())
        .contains("\"who\":\"ana\"", "\"ticket\":\"T-2\"")
        .doesNotContain("console.entered");
    assertThat(admin.get("/console/system/audit.csv?who=ana").body())
        .contains("number,at,who,what,ticket,detail", "ana,ticket.claimed,T-2");
  }
}
