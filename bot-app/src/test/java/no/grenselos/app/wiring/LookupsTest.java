package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.people.Directory;
import org.junit.jupiter.api.Test;

class LookupsTest {
  private static final Email ANA = new Email("ana@fjord.example");
  private static final Handle U1 = new Handle("slack", "U1");

  private final List<Duration> pauses = new ArrayList<>();

  private static ChatPort house(Lookup... answers) {
    Deque<Lookup> left = new ArrayDeque<>(List.of(answers));
    return new FakeChat() {
      @Override
      public Lookup lookUp(Email email) {
        return left.size() > 1 ? left.poll() : left.getFirst();
      }
    };
  }

  private Directory.Answer ask(ChatPort... houses) {
    Directory directory = new Lookups(List.of(houses), pauses::add).ask(Set.of(ANA));
    return Objects.requireNonNull(directory.answers().get(ANA));
  }

  @Test
  void handlesOfAllHousesAreTaken() {
    Lookup slack = new Lookup.Found(U1, "Ana", "", null, null);
    Handle aad = new Handle("teams", "0c1d");
    Lookup teams = new Lookup.Found(aad, "Ana", "", null, null);

    assertThat(ask(house(slack), house(teams)).handles()).containsExactly(U1, aad);
    assertThat(ask(house(slack), house(new Lookup.Unknown("in Teams"))).why()).isEmpty();
  }

  @Test
  void houseThatAsksToWaitIsWaitedForAMinuteAtMostEachTime() {
    Lookup found = new Lookup.Found(U1, "Ana", "", null, null);
    Lookup soon = new Lookup.NotNow(Duration.ofSeconds(3), "asked too often");
    Lookup late = new Lookup.NotNow(Duration.ofHours(3), "asked too often");

    assertThat(ask(house(soon, late, found)).handles()).containsExactly(U1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofMinutes(1));
    assertThat(ask(house(soon)).why()).contains("does not say: asked too often");
    assertThat(pauses).hasSize(2 + 9);
  }

  @Test
  void nobodyAndRefusalsSayWhyWithoutTheAddress() {
    Lookup unknown = new Lookup.Unknown("in the Slack workspace");
    Lookup refused = new Lookup.Refused("no scope users:read.email", "Add it and reinstall.");

    assertThat(ask(house(unknown), house(refused)).why())
        .contains("nobody with this address is in the Slack workspace; ")
        .contains("no scope users:read.email; Add it and reinstall.")
        .doesNotContain("fjord");
  }
}
