package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who knows what, and how people come in. */
class PeoplePageTest {
  private static final String PATH = "/console/people";

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
  void topicsSayWhoKnowsThemAndExpertsWhetherTheyAreThere() throws Exception {
    String page = admin.get(PATH).body();

    assertThat(page)
        .contains("Heat pumps", "Ana Moen", "Invite somebody", "one only", "can be asked")
        .contains("0 of 4 today, 0 of 12 in seven days", "Kundeservice", "4 members");
    assertThat(admin.get(PATH + "?find=nobodyhasthis").body()).contains("Nobody has these words");
  }

  @Test
  void numbersAboutAPersonAreNotForEverybody() throws Exception {
    Guest care = house.guest(ConsoleRole.CARE);

    assertThat(care.get(PATH).body()).contains("Ana Moen").doesNotContain("in seven days");
    assertThat(care.get(PATH + "/expert/ana").body())
        .contains("Said yes to")
        .doesNotContain("How often they are asked");
    assertThat(admin.get(PATH + "/expert/ana").body()).contains("How often they are asked");
    assertThat(admin.get(PATH + "/expert/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void aTopicComesWithTwoExpertsWhoAreAskedFirst() throws Exception {
    HttpResponse<String> page =
        admin.send(
            PATH + "/entry",
            List.of(
                Map.entry("entry-section", "topics"),
                Map.entry("entry-base", "1"),
                Map.entry("entry-why", "people ask"),
                Map.entry("id", "wind"),
                Map.entry("name.nb", "Vindkraft"),
                Map.entry("name.en", "Wind power"),
                Map.entry("keywords", "vindmølle\r\nvindkraft\r\n"),
                Map.entry("entry-invited", "ana"),
                Map.entry("entry-invited", "siri")));

    assertThat(page.uri().getPath()).isEqualTo(PATH);
    assertThat(page.body()).contains("Revision 2 is in force", "Wind power", "invited: Wind power");
    assertThat(newest().files().getOrDefault("topics/wind.yml", ""))
        .contains("vindmølle", "Vindkraft");
    assertThat(
            newest().files().getOrDefault("experts.yml", "").split("invite: \\[wind\\]|- wind", -1))
        .hasSize(3);
    // those who said yes to other topics still have them
    assertThat(newest().files().getOrDefault("experts.yml", ""))
        .contains("topics: [heat-pumps, solar]");
  }

  @Test
  void aTopicNobodyKnowsIsRefusedAtItsField() throws Exception {
    HttpResponse<String> page =
        admin.send(
            PATH + "/entry",
            List.of(
                Map.entry("entry-section", "topics"),
                Map.entry("entry-base", "1"),
                Map.entry("id", "wind"),
                Map.entry("name.en", "Wind power"),
                Map.entry("keywords", "windmill")));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("href=\"#f-id\"", "nobody in experts.yml has this topic");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void anExpertsFormShowsAllAndChangesOnlyWhatIsOthers() throws Exception {
    String form = admin.get(PATH + "/entry?section=experts&key=ana").body();
    assertThat(form).contains("U0ANAMOEN1", "Energirådgiver", "08:00", "Ana Moen");
    String before = newest().files().getOrDefault("experts.yml", "");

    admin.send(
        PATH + "/entry",
        List.of(
            Map.entry("entry-section", "experts"),
            Map.entry("entry-base", "1"),
            Map.entry("entry-key", "ana"),
            Map.entry("id", "ana"),
            Map.entry("name", "Ana Moen"),
            Map.entry("title.nb", "Energirådgiver"),
            Map.entry("title.en", "Energy adviser"),
            Map.entry("slack", "U0ANAMOEN1"),
            Map.entry("topics", "heat-pumps"),
            Map.entry("topics", "solar"),
            Map.entry("hours.days", "mon"),
            Map.entry("hours.days", "tue"),
            Map.entry("hours.days", "wed"),
            Map.entry("hours.days", "thu"),
            Map.entry("hours.days", "fri"),
            Map.entry("hours.from", "08:00"),
            Map.entry("hours.to", "16:00"),
            Map.entry("hours.zone", "Europe/Oslo"),
            Map.entry("cap.day", "2"),
            Map.entry("cap.week", "12"),
            Map.entry("languages", "nb\r\nnn\r\nen"),
            Map.entry("speaks", "nb")));

    assertThat(newest().files().getOrDefault("experts.yml", ""))
        .isEqualTo(before.replaceFirst("cap: \\{day: 4, week: 12}", "cap: {day: 2, week: 12}"));
  }

  @Test
  void aTeamsMembersAreLinesOfText() throws Exception {
    String form = admin.get(PATH + "/entry?section=teams&key=kundeservice").body();

    assertThat(form).contains("Lene Aasmo, slack U0LENEAAS21");
  }

  @Test
  void aListShowsWhatItWouldChangeAndIsKeptAtAPress() throws Exception {
    String csv = "name,slack,topics,days\nÅse Berg,U0ASEBERG9,solar;heat-pumps,mon tue\n";

    String preview =
        admin
            .upload(PATH + "/list", "file", "people.csv", csv.getBytes(StandardCharsets.UTF_8))
            .body();

    assertThat(preview).contains("Åse Berg", "can be used", "Nothing has changed yet");
    assertThat(newest().revision()).isEqualTo(1);
    HttpResponse<String> kept =
        admin.post(PATH + "/list/keep", Map.of("name", "people.csv", "text", hidden(preview)));
    assertThat(kept.body()).contains("Revision 2 is in force", "Åse Berg");
  }

  @Test
  void aListWithManyMistakesListsThemAllAndChangesNothing() throws Exception {
    StringBuilder csv = new StringBuilder("name,slack,topics\n");
    for (int i = 0; i < 50; i++)
      csv.append("P").append(i).append(",U0P").append(i).append(",nope\n");

    HttpResponse<String> page =
        admin.upload(
            PATH + "/list", "file", "p.csv", csv.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("50 mistakes", "p.csv:51");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void holidaysComeFromACalendarAndTheirTitlesDoNot() throws Exception {
    String ics =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        SUMMARY:Clinic
        DTSTART;VALUE=DATE:20260915
        DTEND;VALUE=DATE:20260918
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n");

    HttpResponse<String> preview = vacation(ics);
    assertThat(preview.body()).contains("Ana Moen", "1 events");
    HttpResponse<String> kept =
        admin.post(PATH + "/vacation/keep", Map.of("name", "a.ics", "whose", "ana", "text", ics));

    assertThat(kept.body()).contains("It changed for 1 people", "away until");
    assertThat(admin.get(PATH + "/expert/ana").body())
        .contains("On leave")
        .doesNotContain("Clinic");
  }

  private HttpResponse<String> vacation(String ics) throws Exception {
    return admin.upload(
        PATH + "/vacation?whose=ana", "file", "a.ics", ics.getBytes(StandardCharsets.UTF_8));
  }

  private static String hidden(String page) {
    Matcher text =
        Pattern.compile("<textarea[^>]*name=\"text\"[^>]*>(.*?)</textarea>", Pattern.DOTALL)
            .matcher(page);
    assertThat(text.find()).isTrue();
    return text.group(1);
  }

  private Source newest() {
    return house.store().read(books -> books.ruleBooks().latest()).orElseThrow();
  }
}
