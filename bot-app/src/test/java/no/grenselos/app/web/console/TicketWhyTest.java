package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.expert.ExpertId;
import no.grenselos.store.Books;
import no.grenselos.store.Considered.Looked;
import no.grenselos.store.Considered.Round;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why a post went where it went, and a test made of it. */
class TicketWhyTest {
  private static final String CARE = "#kundeservice";
  private static final String EXPERTS = "#kommunikasjon";

  private static ConsoleHouse house;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static <T> T write(Function<Books, T> work) {
    return house.store().write(work);
  }

  @Test
  void aPageSaysWhyByTheRulesOfThatTimeAndWhoWasLookedAt() throws Exception {
    Instant at = ConsoleHouse.START;
    TicketId id = write(books -> Posts.open(books, "w", "kari", "Støyer varmepumpa?", EXPERTS, at));
    write(books -> {
      Looked ana = new Looked.Able(new ExpertId("ana"), 0.9, "owns the topic");
      Looked ben = new Looked.LeftOut(new ExpertId("siri"), "outside their hours", at);
      ExpertId asked = new ExpertId("ana");
      List<Looked> people = List.of(ana, ben);
      Round round = new Round(at, Posts.TOPIC, asked, "owns the topic", people, 2);
      books.considered().keep(id, round);
      return true;
    });

    String page = house.guest(ConsoleRole.ADMIN).get("/console/tickets/" + id).body();

    assertThat(page)
        .contains("Its way through the rules", "«heat pumps»: matches: an expert is asked")
        .contains("«do-not-engage»", "does not match", "href=\"/console/rules/revision/1\"")
        .contains("Ana Moen was asked: said yes to the topic", "not asked: Siri Tveitnes: outside")
        .contains("can be asked from", "and 2 more")
        .doesNotContain("The rules have changed since");
  }

  @Test
  void anEarlierRevisionIsWalkedAsItWas() throws Exception {
    Instant at = ConsoleHouse.START;
    Source first = house.store().read(books -> books.ruleBooks().find(1)).orElseThrow();
    Map<String, String> files = new HashMap<>(first.files());
    files.computeIfPresent("routes.yml", (name, text) -> text.replace("heat pumps", "warm houses"));
    TicketId id =
        write(books -> {
          books.ruleBooks().add(new Source(2, at, "ana", "renamed", files));
          return Posts.open(books, "e", "kari", "Støyer varmepumpa?", EXPERTS, at, 2);
        });

    String page = house.guest(ConsoleRole.ADMIN).get("/console/tickets/" + id).body();

    assertThat(page)
        .contains("«warm houses»: matches", "The rules have changed since; they are at revision 1")
        .contains("Today somebody who knows Heat pumps would be asked");
  }

  @Test
  void rulesThatAreNotKeptAreMissedAndWhatWasKeptIsShown() throws Exception {
    TicketId id =
        write(
            books -> Posts.open(books, "g", "kari", "Støyer den?", EXPERTS, ConsoleHouse.START, 7));

    String page = house.guest(ConsoleRole.ADMIN).get("/console/tickets/" + id).body();

    assertThat(page)
        .contains("The rules at revision 7 are not kept here any more", "heat pumps", "keyword")
        .doesNotContain("Its way through the rules");
  }

  @Test
  void aPostThatIsGoneBecomesATestInWordsOfOnesOwn() throws Exception {
    TicketId gone =
        write(books -> Posts.open(books, "k", "per", "Navnet mitt er Per", CARE, house.now()));
    write(books -> {
      books.mentions().erase(Posts.id("k"), house.now());
      return true;
    });
    Guest admin = house.guest(ConsoleRole.ADMIN);
    assertThat(admin.get("/console/tickets/" + gone).body()).contains("Words of the test");
    Map<String, String> ticket = Map.of("ticket", gone.toString());

    String without = admin.post("/console/rules/keep", ticket).body();
    String with =
        admin
            .post(
                "/console/rules/keep",
                Map.of("ticket", gone.toString(), "words", "Når kommer\nstrømmen?"))
            .body();

    assertThat(without).contains("needs words of your own").doesNotContain("text-0");
    assertThat(with)
        .contains("Når kommer strømmen?", "lane: care", "#kundeservice")
        .doesNotContain("Navnet mitt", "per/k");
  }
}
