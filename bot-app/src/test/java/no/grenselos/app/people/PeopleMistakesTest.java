package no.grenselos.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.expert.Expert;
import no.grenselos.people.Plan;
import org.junit.jupiter.api.Test;

class PeopleMistakesTest extends ListOfPeople {
  @Test
  void fiftyMistakesAreFiftyProblemsEachAtItsLine() {
    StringBuilder list = new StringBuilder("name,slack,topics,from,to,cap day,email\n");
    for (int i = 0; i < 10; i++) {
      list.append("P").append((char) ('a' + i)).append(",U9").append(i);
      list.append(",heet,8:00,25:00,many,nobody\n");
    }

    List<String> mistakes = mistakes(list.toString());

    assertThat(mistakes).hasSize(50);
    assertThat(mistakes)
        .contains(
            "people.csv:2 topics: \"heet\" is unknown; did you mean \"heat\"?",
            "people.csv:2 hours.from: 8:00 must be 08:00",
            "people.csv:11 email: must be an address such as ana@company.example");
  }

  @Test
  void contradictionsAreMistakes() {
    assertThat(
            mistakes(
                """
                id,name,slack,topics,days,from,to,team,level,speaks,agreed,calendar
                ana,,U02,,,,,,,,,
                ,Kari,U77,heat,,16:00,08:00,,,,,
                ,Kari,U77,heat,,,,,,,,
                ,Per,,heat,,,,,,,,
                ,Pål,U78,,someday,,,cara,boss,de,maybe,https://x.example/secret
                """))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).isEqualTo("people.csv:2 slack: is \"ben\" here already"),
            one ->
                assertThat(one).isEqualTo("people.csv:3 hours.to: is 08:00, must be after 16:00"),
            one -> assertThat(one).isEqualTo("people.csv:4 slack: is the same person as in line 3"),
            one -> assertThat(one).startsWith("people.csv:5: has no chat handle"),
            one -> assertThat(one).startsWith("people.csv:6 hours.days: \"someday\" is no day"),
            one -> assertThat(one).contains("people.csv:6 team: \"cara\"").contains("\"care\""),
            one -> assertThat(one).startsWith("people.csv:6 level: \"boss\" is unknown"),
            one -> assertThat(one).startsWith("people.csv:6 speaks: \"de\" is unknown"),
            one -> assertThat(one).isEqualTo("people.csv:6 agreed: must be yes or no"),
            one ->
                assertThat(one)
                    .startsWith("people.csv:6 calendar: must be the name of an environment")
                    .doesNotContain("secret"),
            one -> assertThat(one).startsWith("people.csv:6 topics: are missing"));
  }

  @Test
  void hostileNamesAreRefusedOrStayWords() {
    assertThat(
            mistakes(
                """
                name,slack,topics
                =HYPERLINK(1),U71,heat
                Ana\u202Egreb,U72,heat
                A\u200Bna,U73,heat
                "Ana
                Berg",U74,heat
                Ana,U75,"heat\u202E"
                """))
        .hasSize(5)
        .noneMatch(text -> text.contains("\u202E"));
    Plan.Ready ready =
        ready(
            "name,slack,title,topics\n"
                + "\"A: b # c, {d} \"\"e\"\" 'f' - &g *h !!x <!channel> @here\",U76,\"x:"
                + " [y]\",heat\n");

    Expert odd = after(ready).experts().getLast();
    assertThat(odd.name()).isEqualTo("A: b # c, {d} \"e\" 'f' - &g *h !!x <!channel> @here");
    assertThat(odd.title()).isEqualTo("x: [y]");
    assertThat(odd.id().id()).matches("[a-z0-9-]+");
    assertThat(expert(ready, "ana").name()).isEqualTo("Ana Berg");
  }

  @Test
  void linesAreThoseOfTheFileWhateverStandsBetween() {
    assertThat(mistakes("name,slack,title,topics\n\nA,U1,\"two\nlines\",heat\n,,,\nB,U2,,heet\n"))
        .anyMatch(text -> text.startsWith("people.csv:3 title: has an invisible"))
        .anyMatch(text -> text.startsWith("people.csv:6 topics: \"heet\""));
  }
}
