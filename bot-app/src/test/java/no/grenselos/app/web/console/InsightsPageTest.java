package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it stands on 15 September 2026: last month is August. */
class InsightsPageTest {
  private static final String PATH = "/console/insights";
  private static ConsoleHouse house;

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    house.store().write(August::fill);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void lastMonthIsShownInNumbersAndPictures() throws Exception {
    Guest reader = house.guest(ConsoleRole.READER);

    String page = reader.get(PATH).body();

    assertThat(page)
        .contains("From 2026-08-01 to 2026-08-31", "By goal", "Sell", "25 min", "67 %")
        .contains("/console/insights/course.png?from=2026-08-01&amp;to=2026-08-31")
        .contains("/console/insights/topics.csv?from=2026-08-01&amp;to=2026-08-31");
    assertThat(page.length()).isLessThan(100_000);
  }

  @Test
  void numbersAboutPeopleAreForThoseWhoRunTheProductAlone() throws Exception {
    String reader = house.guest(ConsoleRole.READER).get(PATH).body();
    String lead = house.guest(ConsoleRole.LEAD).get(PATH).body();

    assertThat(reader).doesNotContain("ingrid", "loads-title");
    assertThat(lead).contains("loads-title").doesNotContain("<script>alert");
    assertThat(house.guest(ConsoleRole.READER).get(PATH + "/loads.csv").statusCode())
        .isEqualTo(404);
    assertThat(house.guest(ConsoleRole.CARE).get(PATH + "/goals.csv").statusCode()).isEqualTo(403);
    assertThat(house.guest(ConsoleRole.ADMIN).get(PATH + "/loads.csv").body())
        .contains("'=cmd<script>");
  }

  @Test
  void whatIsExportedIsTheTableOfTheRange() throws Exception {
    HttpResponse<String> csv =
        house.guest(ConsoleRole.READER).get(PATH + "/goals.csv?from=2026-08-10&to=2026-08-11");

    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"grenselos-goals-2026-08-10-2026-08-11.csv\"");
    assertThat(csv.body()).contains("Sell,2,2,2,100,25,25,2,100,0,0,0");
  }

  @Test
  void whatCameOfTheAnswersIsATableLikeAnyOther() throws Exception {
    Guest reader = house.guest(ConsoleRole.READER);

    assertThat(reader.get(PATH).body()).contains("What came of the answers", "Led to a sale");
    assertThat(reader.get(PATH + "/outcomes.csv").body())
        .contains("Sell,All,4,3,75,1,1,,,,,,1", "Sell,Heat pumps,4,3,75,1,1,,,,,,1");
  }

  @Test
  void chartsArePicturesInBothThemes() throws Exception {
    Guest reader = house.guest(ConsoleRole.READER);
    for (String key : List.of("course", "goals", "topics")) {
      HttpResponse<String> light = reader.get(PATH + "/" + key + ".png");
      HttpResponse<String> dark = reader.get(PATH + "/" + key + ".png?theme=dark");

      assertThat(light.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(light.body().length()).isBetween(1_000, 60_000);
      assertThat(dark.body()).isNotEqualTo(light.body());
      assertThat(reader.get(PATH + "/" + key + ".svg").body()).contains("<svg");
    }
    assertThat(reader.get(PATH + "/nothing.png").statusCode()).isEqualTo(404);
    assertThat(reader.get(PATH + "/nothing.csv").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=2026-09-01&to=2026-08-01",
        "?from=1900-01-01&to=2026-08-01",
        "?from=%3Cscript%3E&to=x",
        "?from=2026-08-01",
        "?preset=tomorrow",
        "?from=%2B999999999-01-01&to=%2B999999999-12-31"
      })
  void aRangeThatCannotBeUnderstoodIsLastMonth(String query) throws Exception {
    HttpResponse<String> page = house.guest(ConsoleRole.READER).get(PATH + query);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("could not be understood", "From 2026-08-01 to 2026-08-31")
        .doesNotContain("<script>");
  }

  @Test
  void theMoneysNumbersAreTheNextRevisionAndEveryOtherWordOfTheFileStays() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    String before = mainFile();
    admin.get(PATH);
    Map<String, String> typed = new HashMap<>();
    typed.put("revision", "1");
    typed.put("currency", "kr");
    typed.put("sell.conversion", "2,5");
    typed.put("sell.sale-value", "9000");

    String page = admin.post(PATH + "/money", typed).body();

    assertThat(page).contains("Kept as the next revision");
    String after = mainFile();
    assertThat(after).contains("conversion: 2.5", "sale-value: 9000");
    assertThat(after.lines().toList()).containsAll(before.lines().toList());
    assertThat(revision()).isEqualTo(2);
    assertThat(house.store().read(books -> books.audit().latest(1)).getFirst().what())
        .isEqualTo("rules.revised");

    assertThat(admin.post(PATH + "/money", typed).body()).contains("changed the rule book");
    typed.put("revision", "2");
    typed.put("sell.sale-value", "1e999");
    assertThat(admin.post(PATH + "/money", typed).body())
        .contains("Nothing was kept", "sell.sale-value: must be a number");
    assertThat(revision()).isEqualTo(2);
    assertThat(house.guest(ConsoleRole.LEAD).post(PATH + "/money", typed).statusCode())
        .isEqualTo(403);
  }

  private static String mainFile() {
    return house
        .store()
        .read(books -> books.ruleBooks().latest())
        .orElseThrow()
        .files()
        .get("grenselos.yml");
  }

  private static int revision() {
    return house.store().read(books -> books.ruleBooks().newest());
  }
}
