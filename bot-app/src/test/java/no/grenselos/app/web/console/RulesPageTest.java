package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.AuditLog;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes and silences are read in words, and changed one at a time. */
class RulesPageTest {
  private static final String PATH = "/console/rules";

  private final ConsoleHouse house = ConsoleHouse.open();
  private Guest admin = new Guest(house);

  @BeforeEach
  void enter() throws Exception {
    admin = house.guest(ConsoleRole.ADMIN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void routesStandInOrderAndSayWhatTheyDo() throws Exception {
    String page = admin.get(PATH).body();

    assertThat(page.indexOf("do-not-engage")).isPositive().isLessThan(page.indexOf(">spam<"));
    assertThat(page)
        .contains(
            "Goes to #kundeservice. Promised within 1 h. Given back after 2 h without a word.")
        .contains("Asks one person who knows Heat pumps.")
        .contains("do not engage", "text:&quot;lyngheia cup&quot;")
        .contains("href=\"/console/rules/revision/1\"");
  }

  @Test
  void aRouteIsAddedAtItsPlaceAndOthersStayAsTheyWereWritten() throws Exception {
    String before = newest().files().getOrDefault("routes.yml", "");

    HttpResponse<String> page = admin.post(PATH + "/entry", route("noise", "text:støy", 3));

    assertThat(page.uri().getPath()).isEqualTo(PATH);
    assertThat(page.body()).contains("Revision 2 is in force", "text:støy", "/revision/2");
    String after = newest().files().getOrDefault("routes.yml", "");
    assertThat(after.indexOf("- name: noise"))
        .isGreaterThan(after.indexOf("- name: spam"))
        .isLessThan(after.indexOf("- name: danger"));
    assertThat(after).contains(before.substring(0, before.indexOf("  - name: danger")));
    List<AuditLog.Entry> noted = house.store().read(books -> books.audit().latest(1));
    assertThat(noted.getFirst().what()).isEqualTo("rules.revised");
    assertThat(noted.getFirst().detail()).isEqualTo("revision 2: neighbours complain");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingChanges() throws Exception {
    Map<String, String> wrong = route("noise", "text:(støy", 1);
    wrong.put("answer-within", "soon");

    HttpResponse<String> page = admin.post(PATH + "/entry", wrong);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#f-when\"", "href=\"#f-answer-within\"", "text:(støy", "soon")
        .contains("aria-invalid=\"true\"", "neighbours complain");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void whoChangesTheSameIsShownBothAndPutsTheirsOnTheNewest() throws Exception {
    String form = admin.get(PATH + "/entry?section=routes&key=solar").body();
    assertThat(form).contains("name=\"entry-base\" value=\"1\"");
    Guest other = house.guest(ConsoleRole.ADMIN);
    other.get(PATH);
    other.post(PATH + "/entry", solar(1, "satisfaction"));

    HttpResponse<String> shown = admin.post(PATH + "/entry", solar(1, "reputation"));

    assertThat(shown.statusCode()).isEqualTo(409);
    assertThat(shown.body())
        .contains("was faster", "goal: satisfaction", "goal: reputation")
        .contains("name=\"entry-base\" value=\"2\"", "Put mine on the newest", "Give up");
    assertThat(newest().revision()).isEqualTo(2);
    admin.post(PATH + "/entry", solar(2, "reputation"));
    assertThat(newest().files().getOrDefault("routes.yml", "")).contains("goal: reputation");
    assertThat(newest().revision()).isEqualTo(3);
  }

  @Test
  void twoWhoChangeDifferentRoutesBothGetTheirWay() throws Exception {
    admin.post(PATH + "/entry", solar(1, "reputation"));

    HttpResponse<String> page = admin.post(PATH + "/entry", route("noise", "text:støy", 3));

    assertThat(page.body()).contains("Revision 3 is in force");
    assertThat(newest().files().getOrDefault("routes.yml", ""))
        .contains("- name: noise", "goal: reputation");
  }

  @Test
  void aRouteMovesAndGoes() throws Exception {
    admin.get(PATH);
    admin.post(PATH + "/move", Map.of("base", "1", "key", "spam", "to", "1"));
    String moved = newest().files().getOrDefault("routes.yml", "");

    HttpResponse<String> page =
        admin.post(
            PATH + "/remove",
            Map.of("section", "routes", "base", "2", "key", "spam", "why", "nobody posts it"));

    assertThat(moved.indexOf("- name: spam")).isLessThan(moved.indexOf("- name: do-not-engage"));
    assertThat(page.body()).contains("Revision 3 is in force").doesNotContain(">spam</a>");
    assertThat(newest().why()).isEqualTo("nobody posts it");
    assertThat(
            admin
                .post(PATH + "/remove", Map.of("section", "routes", "base", "3", "key", "spam"))
                .body())
        .contains("not there any more");
  }

  @Test
  void aSilenceIsAddedAndTakenAway() throws Exception {
    Map<String, String> silence = new LinkedHashMap<>();
    silence.put("entry-section", "silences");
    silence.put("entry-base", "1");
    silence.put("when", "author:@somebody");
    silence.put("until", "2026-12-01");
    silence.put("why", "a bet");
    silence.put("by", "Kim");
    String page = admin.post(PATH + "/entry", silence).body();

    assertThat(page).contains("author:@somebody", "a bet");
    String key = Integer.toString(1);
    admin.post(PATH + "/remove", Map.of("section", "silences", "base", "2", "key", key));
    assertThat(newest().files().getOrDefault("routes.yml", ""))
        .doesNotContain("@somebody")
        .contains("lyngheia cup");
  }

  @Test
  void wordsOfOthersAreInert() throws Exception {
    String hostile = "<script>alert(1)</script>\u202Egnp {{7*7}} ${1+1}";
    Map<String, String> route = route(hostile, "text:støy", 1);

    admin.post(PATH + "/entry", route);

    assertThat(newest().revision()).isEqualTo(2);
    assertThat(admin.get(PATH).body()).contains("{{7*7}} ${1+1}");
    for (String path : List.of(PATH, PATH + "/revision/2", PATH + "/text", PATH + "/history")) {
      assertThat(admin.get(path).body()).doesNotContain("<script>alert");
    }
  }

  @Test
  void leadsReadAndDoNotChange() throws Exception {
    Guest lead = house.guest(ConsoleRole.LEAD);

    assertThat(lead.get(PATH).body()).contains("heat pumps").doesNotContain("Edit as text");
    assertThat(lead.get(PATH + "/entry?section=routes&key=solar").statusCode()).isEqualTo(403);
    assertThat(lead.get(PATH + "/text").statusCode()).isEqualTo(403);
    assertThat(lead.post(PATH + "/entry", solar(1, "reputation")).statusCode()).isEqualTo(403);
  }

  @Test
  void addressesSomebodyMadeUpLeadNowhere() throws Exception {
    assertThat(admin.get(PATH + "/entry?section=nothing").statusCode()).isEqualTo(400);
    assertThat(admin.get(PATH + "/entry?section=routes&key=nobody").statusCode()).isEqualTo(404);
    assertThat(admin.get(PATH + "/revision/99").statusCode()).isEqualTo(404);
    assertThat(admin.get(PATH + "/text?file=../../etc/passwd").statusCode()).isEqualTo(400);
    assertThat(admin.post(PATH + "/entry", solar(99, "sell")).statusCode()).isEqualTo(404);
  }

  private Source newest() {
    return house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private static Map<String, String> route(String name, String when, int at) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("entry-section", "routes");
    fields.put("entry-base", "1");
    fields.put("entry-at", Integer.toString(at));
    fields.put("entry-why", "neighbours complain");
    fields.put("name", name);
    fields.put("when", when);
    fields.put("lane", "care");
    fields.put("channel", "#kundeservice");
    return fields;
  }

  private static Map<String, String> solar(int base, String goal) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("entry-section", "routes");
    fields.put("entry-key", "solar");
    fields.put("entry-base", Integer.toString(base));
    fields.put("name", "solar");
    fields.put("topic", "solar");
    fields.put("lane", "expert");
    fields.put("goal", goal);
    return fields;
  }
}
