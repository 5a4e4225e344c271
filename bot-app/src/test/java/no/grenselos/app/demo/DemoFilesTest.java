package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
  private static final String GUID = "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}";

  private final ConfigFiles files = ConfigFiles.read(Path.of("../config"));

  @TempDir Path temp;

  @Test
  void theHousesAdminsAndItsIdeaOfAStormHoldInTheDemo() {
    String main = files.texts().get("grenselos.yml").replace("posts: 10", "posts: 7");
    ConfigFiles changed = files.with("grenselos.yml", main);
    RuleBook.House own = book(changed).house();

    RuleBook.House demo = book(demo(changed, Houses.SLACK)).house();

    assertThat(demo.storm()).isEqualTo(own.storm());
    assertThat(demo.storm().posts()).isEqualTo(7);
    assertThat(demo.admins()).isEqualTo(own.admins()).isNotEmpty();
  }

  @Test
  void inSlackPeopleAndChannelsStayToTheLetter() {
    ConfigFiles demo = demo(files, Houses.SLACK);

    assertThat(demo.texts().get("experts.yml")).isEqualTo(files.texts().get("experts.yml"));
    assertThat(demo.texts().get("grenselos.yml"))
        .contains("fallback-channel: \"#kommunikasjon\"")
        .doesNotContain("teams");
  }

  @Test
  void inTeamsEverybodyAndEveryChannelIsThere() {
    RuleBook own = book(files);

    RuleBook demo = book(demo(files, Houses.TEAMS));

    assertThat(demo.experts()).hasSameSizeAs(own.experts());
    for (Expert expert : demo.experts()) {
      assertThat(expert.handles()).hasSize(1);
      assertThat(expert.handles().getFirst().house()).isEqualTo("teams");
      assertThat(expert.handles().getFirst().id()).matches(GUID);
    }
    assertThat(channels(demo)).isEqualTo(channels(own));
    assertThat(demo.teams())
        .allSatisfy(team ->
            assertThat(team.members().keySet()).allMatch(who -> who.house().equals("teams")));
    assertThat(demo.house().admins().keySet()).allMatch(who -> who.house().equals("teams"));
  }

  @Test
  void inBothEverybodyHasTwoIdsAndEverySecondExpertPrefersTeams() {
    RuleBook demo = book(demo(files, Houses.BOTH));

    List<String> first =
        demo.experts().stream().map(expert -> expert.handles().getFirst().house()).toList();
    assertThat(first.subList(0, 4)).containsExactly("slack", "teams", "slack", "teams");
    assertThat(demo.experts()).allMatch(expert -> expert.handles().size() == 2);
    Team care = demo.teams().getFirst();
    Handle lene = new Handle("teams", Move.teamsId("U0LENEAAS21"));
    assertThat(care.members()).containsEntry(lene, "Lene Aasmo").hasSize(8);
    assertThat(care.first(lene)).contains(new Handle("slack", "U0LENEAAS21"));
    assertThat(care.leads()).containsKey(lene);
    assertThat(demo.house().admins()).hasSize(2);
  }

  @Test
  void inBothCareIsInTeamsAndTheRestInSlack() {
    ConfigFiles both = demo(files, Houses.BOTH);

    assertThat(channels(book(both))).containsExactly("teams:#kundeservice", "#kommunikasjon");
    assertThat(both.texts().get("routes.yml"))
        .contains("channel: \"teams:#kundeservice\"")
        .contains("channel: \"#kommunikasjon\"")
        .doesNotContain("channel: \"#kundeservice\"");
  }

  @Test
  void whoeverHasTwoIdsKeepsThemAndTheirOrder() {
    String own = "teams: 00000000-0000-0000-0000-00000000abcd\n    slack: U0ANAMOEN1";
    String experts = files.texts().get("experts.yml").replace("slack: U0ANAMOEN1", own);

    RuleBook demo = book(demo(files.with("experts.yml", experts), Houses.BOTH));

    assertThat(demo.experts().getFirst().handles())
        .containsExactly(
            new Handle("teams", "00000000-0000-0000-0000-00000000abcd"),
            new Handle("slack", "U0ANAMOEN1"));
  }

  @Test
  void offersAreShortInEveryHouse() {
    for (Houses houses : Houses.values()) {
      assertThat(demo(files, houses).texts().get("routes.yml"))
          .as(houses.toString())
          .contains("offer-for: 180s")
          .doesNotContain("offer-for: 10m");
    }
  }

  private ConfigFiles demo(ConfigFiles own, Houses houses) {
    Path database = temp.resolve("grenselos.db");
    return DemoFiles.of(own, book(own), houses, database, Duration.ofMinutes(3)).unconnected();
  }

  private static List<String> channels(RuleBook book) {
    return book.teams().stream().map(Team::channel).toList();
  }

  private static RuleBook book(ConfigFiles files) {
    Configuration read = Configuration.read(files, 1, Providers.installed().known());
    read.refuseIfBroken();
    return read.book();
  }
}
