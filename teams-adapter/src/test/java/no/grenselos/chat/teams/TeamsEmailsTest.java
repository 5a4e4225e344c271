package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.playground.teams.tenant.Team;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsEmailsTest {
  private TeamsTenant tenant;

  private ChatPort open(TeamsSeed seed) throws Exception {
    tenant = TeamsTenant.of(new HeardEvents(), seed);
    return tenant.chat().port();
  }

  @AfterEach
  void close() {
    if (tenant != null) tenant.close();
  }

  private static TeamsSeed large() {
    List<TeamsPerson> people = new java.util.ArrayList<>(TeamsSeed.small().people());
    IntStream.range(0, 1_300)
        .mapToObj(i -> TeamsPerson.of("person" + i, "Person " + i))
        .forEach(people::add);
    return TeamsSeed.small()
        .people(people)
        .teams(List.of(Team.of(TeamsTenant.TEAM, people, "kundeservice")));
  }

  @Test
  void lastOfALargeTeamIsFoundWithFewCallsAndTheRestWithNone() throws Exception {
    ChatPort port = open(large());
    tenant.addToTeam();
    long before = tenant.teams.calls("members");

    Lookup last = port.lookUp(new Email("person1299@fjordvarme.example"));
    for (int i = 0; i < 50; i++) {
      assertThat(port.lookUp(new Email("person" + i + "@fjordvarme.example")))
          .isInstanceOf(Lookup.Found.class);
    }

    assertThat(last)
        .isInstanceOfSatisfying(
            Lookup.Found.class, found -> assertThat(found.name()).isEqualTo("Person 1299"));
    assertThat(tenant.teams.calls("members") - before).isLessThanOrEqualTo(3);
  }

  @Test
  void appThatIsInNoTeamSaysWhatToDo() throws Exception {
    assertThat(open(TeamsSeed.small()).lookUp(new Email("kari@fjordvarme.example")))
        .isInstanceOfSatisfying(
            Lookup.Refused.class,
            refused -> assertThat(refused.whatToDo()).contains("add the app to a team"));
  }

  @Test
  void limitIsAWaitAndTheUnsureIsNotRemembered() throws Exception {
    ChatPort port = open(TeamsSeed.small());
    tenant.addToTeam();
    tenant.teams.weather().rateLimitNext(1, Duration.ofSeconds(7));

    Lookup limited = port.lookUp(new Email("kari@fjordvarme.example"));

    assertThat(limited)
        .isEqualTo(new Lookup.NotNow(Duration.ofSeconds(7), "Teams asks to slow down"));
    assertThat(port.lookUp(new Email("kari@fjordvarme.example"))).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void teamsThatIsDownIsNotNow() throws Exception {
    ChatPort port = open(TeamsSeed.small());
    tenant.addToTeam();
    tenant.teams.weather().down(true);

    assertThat(port.lookUp(new Email("kari@fjordvarme.example"))).isInstanceOf(Lookup.NotNow.class);
  }
}
