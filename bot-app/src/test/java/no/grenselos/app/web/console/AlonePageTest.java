package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom nobody is to be asked about. */
class AlonePageTest {
  private static final String PATH = "/console/rules/alone";

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
  void peopleAreLeftAloneForGoodByTheFirstRoute() throws Exception {
    HttpResponse<String> page =
        admin.post(PATH, filled(Map.of("people", "@troll, other", "why", "Legal asked")));

    assertThat(page.uri().getPath()).isEqualTo("/console/rules");
    assertThat(page.body()).contains("Revision 2 is in force", "do-not-engage: @troll, @other");
    String routes = newest().files().getOrDefault("routes.yml", "");
    assertThat(routes)
        .contains("author:(\"troll\" OR \"other\")", "drop: Legal asked")
        .doesNotContain("until: 2026-12-24");
    assertThat(routes.indexOf("@troll")).isLessThan(routes.indexOf("- name: spam"));
    assertThat(newest().why()).isEqualTo("Legal asked");
  }

  @Test
  void wordsAreLeftAloneUntilADayByASilence() throws Exception {
    Map<String, String> fields =
        filled(Map.of("words", "lyngheia run, løp", "network", "mastodon", "why", "A race"));
    fields.put("until", "2026-12-24");

    admin.post(PATH, fields);

    assertThat(newest().files().getOrDefault("routes.yml", ""))
        .contains("2026-12-24", "text:(\"lyngheia run\" OR \"løp\") AND network:\"mastodon\"")
        .contains("by: Kim admin");
  }

  @Test
  void withoutPeopleOrWordsOrAReasonNothingChanges() throws Exception {
    HttpResponse<String> nobody =
        admin.post(PATH, filled(Map.of("network", "x", "why", "All of it")));
    HttpResponse<String> unexplained = admin.post(PATH, filled(Map.of("people", "<b>troll")));

    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("by whom or with which words", "All of it");
    assertThat(unexplained.statusCode()).isEqualTo(422);
    assertThat(unexplained.body()).contains("Say why", "&lt;b&gt;troll");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void whatTheRulesRefuseIsSaidAtTheFormOfTheEntry() throws Exception {
    Map<String, String> fields = filled(Map.of("people", "troll", "why", "x"));
    fields.put("until", "someday");

    HttpResponse<String> page = admin.post(PATH, fields);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("href=\"#f-until\"", "someday");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void leadsCannotLeaveAnybodyAlone() throws Exception {
    Guest lead = house.guest(ConsoleRole.LEAD);
    lead.get("/console/rules");

    assertThat(lead.get(PATH).statusCode()).isEqualTo(403);
    assertThat(lead.post(PATH, filled(Map.of("people", "troll", "why", "x"))).statusCode())
        .isEqualTo(403);
  }

  private static Map<String, String> filled(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("base", "1");
    return all;
  }

  private Source newest() {
    return house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
  }
}
