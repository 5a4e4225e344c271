package no.grenselos.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.expert.Email;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.people.Change;
import no.grenselos.people.Directory;
import no.grenselos.people.PeopleImport;
import no.grenselos.people.Plan;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;

class PeopleImportTest extends ListOfPeople {
  @Test
  void newPersonIsInvitedAndWholeAsTheLineSays() {
    Plan.Ready ready =
        ready(
            """
            name,e-mail,title nb,title en,topics,languages,days,from,to,zone,cap day,cap week,level,slack,teams
            Kari Østby,Kari@Fjord.example,Montør,Fitter,heat;solar,nb;en,man-tor,07:00,15:00,Europe/Oslo,2,5,draft,U77,0C1D2E3F-1111-2222-3333-444455556666
            """);

    Expert kari = expert(ready, "kari-ostby");

    assertThat(kari.topics()).isEmpty();
    assertThat(kari.manner().proposed()).containsExactlyInAnyOrder(HEAT, SOLAR);
    assertThat(kari.handles())
        .containsExactlyInAnyOrder(
            new Handle("slack", "U77"),
            new Handle("teams", "0c1d2e3f-1111-2222-3333-444455556666"));
    assertThat(kari.hours().days()).hasSize(4);
    assertThat(kari.cap()).isEqualTo(new no.grenselos.expert.Cap(2, 5));
    assertThat(after(ready).handle(new Email("kari@fjord.example")))
        .contains(new Handle("slack", "U77"));
    assertThat(ready.count(Change.Kind.NEW)).isEqualTo(1);
    assertThat(ready.absent()).containsExactly("ana", "ben");
  }

  @Test
  void whoAgreedIsAskedAtOnce() {
    Plan.Ready ready = ready("name,slack,topics,agreed\nKari,U77,heat,ja\n");

    assertThat(expert(ready, "kari").topics()).containsExactly(HEAT);
    assertThat(expert(ready, "kari").manner().proposed()).isEmpty();
  }

  @Test
  void knownPersonKeepsWhatTheLineLeavesEmptyAndIsAskedAboutNewTopics() {
    Plan.Ready ready = ready("id,topics,cap week\nana,heat;solar,9\n");

    Expert ana = expert(ready, "ana");
    assertThat(ana.topics()).containsExactly(HEAT);
    assertThat(ana.manner().proposed()).containsExactly(SOLAR);
    assertThat(ana.cap()).isEqualTo(new no.grenselos.expert.Cap(1, 9));
    assertThat(ready.files().get("experts.yml")).contains("id: ben, name: Ben Lie");
    assertThat(ready.changes().getFirst().what())
        .extracting(Change.Was::toString)
        .anyMatch(was -> was.contains("cap.week") && was.contains("3") && was.contains("9"));
  }

  @Test
  void peopleAreKnownByHandleEmailOrName() {
    Plan.Ready ready =
        ready(
            """
            name,email,slack,cap day
            Ana B.,,U01,4
            ,BEN@fjord.example,,5
            """);

    assertThat(expert(ready, "ana").cap().day()).isEqualTo(4);
    assertThat(expert(ready, "ana").name()).isEqualTo("Ana B.");
    assertThat(expert(ready, "ben").cap().day()).isEqualTo(5);
    assertThat(after(ready).experts()).hasSize(2);
    assertThat(expert(ready("name,cap day\nana berg,6\n"), "ana").cap().day()).isEqualTo(6);
  }

  @Test
  void namesakeWithAnotherHandleIsSomebodyElse() {
    Plan.Ready ready = ready("name,slack,topics\nAna Berg,U99,heat\nAna Berg,U98,heat\n");

    assertThat(after(ready).experts())
        .extracting(expert -> expert.id().id())
        .containsExactly("ana", "ben", "ana-berg", "ana-berg-2");
  }

  @Test
  void hundredsOfPeopleAreWrittenAsOneAfterAnotherWouldBe() {
    StringBuilder list = new StringBuilder("name,slack,topics,cap day\nAna Berg,U01,heat,2\n");
    for (int i = 0; i < 400; i++) {
      list.append("Per ").append((char) ('a' + i % 26)).append(i).append(",U9").append(i);
      list.append(",heat;solar,1\n");
    }

    Plan.Ready ready = ready(list.toString());

    assertThat(after(ready).experts()).hasSize(402);
    assertThat(expert(ready, "ana").cap().day()).isEqualTo(2);
    assertThat(ready.files().get("experts.yml")).contains("# knows it all");
  }

  @Test
  void importingTheSameTwiceChangesNothing() {
    String list = "name;slack;topics;team\nKari Øst;U77;heat,solar;care\nAna Berg;U01;heat;\n";
    Plan.Ready once = ready(list);
    Source second = new Source(4, Instant.EPOCH, "", "", once.files());

    Plan again =
        new PeopleImport(TEXTS, HOUSES)
            .plan(second, read("people.csv", list).sheet(), Directory.EMPTY);

    assertThat(((Plan.Ready) again).files()).isEqualTo(once.files());
    assertThat(((Plan.Ready) again).count(Change.Kind.SAME)).isEqualTo(2);
  }

  @Test
  void whoHasNoTopicsJoinsTheTeamOnly() {
    Plan.Ready ready = ready("name,slack,team\nJonas Moe,U31,care\nLene Moe,U21,care\n");

    assertThat(after(ready).experts()).hasSize(2);
    assertThat(after(ready).team("care").orElseThrow().members())
        .containsKeys(new Handle("slack", "U21"), new Handle("slack", "U31"))
        .hasSize(2);
    assertThat(ready.count(Change.Kind.JOINS)).isEqualTo(1);
  }

  @Test
  void whoIsOnlyKnownByEmailIsLookedUp() {
    String list = "name,email,topics\nKari,kari@fjord.example,heat\nOla,ola@fjord.example,heat\n";
    PeopleImport people = new PeopleImport(TEXTS, HOUSES);
    Email kari = new Email("kari@fjord.example");
    Email ola = new Email("ola@fjord.example");
    Directory directory =
        new Directory(
            Map.of(
                kari, new Directory.Answer(List.of(new Handle("slack", "U77")), ""),
                ola, new Directory.Answer(List.of(), "nobody with this address is in Slack")));

    assertThat(people.unknown(book(), read("people.csv", list).sheet())).containsExactly(kari, ola);
    Plan plan = people.plan(book(), read("people.csv", list).sheet(), directory);
    assertThat(plan.toString())
        .contains("people.csv:3 email: nobody with this address is in Slack")
        .doesNotContain("people.csv:2");
    Plan kariOnly =
        people.plan(
            book(),
            read("people.csv", list.lines().limit(2).reduce("", (a, b) -> a + b + "\n")).sheet(),
            directory);
    assertThat(expert((Plan.Ready) kariOnly, "kari").handles())
        .containsExactly(new Handle("slack", "U77"));
  }
}
