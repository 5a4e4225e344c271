package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Providers;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.http.NetworkPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo --live}, on a second playground that stands for the internet. */
class LiveTest {
  private final StringWriter out = new StringWriter();

  @TempDir Path temp;

  @Test
  void aPublicTagIsReadWithoutAnAccountAtAnyTimeOfDay() throws Exception {
    try (Playground internet = Playground.start(PlaygroundOptions.defaults())) {
      Network network = internet.part(NetworkPart.class).network();
      network.join("kari", "Kari");
      network.post("kari", "Varmepumpa bråker om natta, er det normalt? #varme");
      LiveFeeds feeds =
          LiveFeeds.of(
              List.of("#varme@" + internet.network()), List.of(), IllegalArgumentException::new);
      ConfigFiles files = LiveFeeds.alwaysAtWork(ConfigFiles.read(Path.of("../config")));

      try (Running running =
          Running.open(plan(files, feeds), DemoScript.load(), new PrintWriter(out, true))) {
        running.greetLive();
        World world = running.demo().world();
        boolean nudged =
            world.slack().await(slack -> !Facts.cards(world).isEmpty(), Duration.ofSeconds(30));

        assertThat(nudged).as(out.toString()).isTrue();
        SlackHands hands = new SlackHands(world.playground().base(), world.slack());
        Screen card = world.slack().posts().stream().map(hands::screen).findFirst().orElseThrow();
        assertThat(card.offers("CLAIM")).isTrue();
      }
    }
  }

  @Test
  void aTagWithoutServerIsToldSo() {
    assertThatThrownBy(
            () -> LiveFeeds.of(List.of("varme"), List.of(), IllegalArgumentException::new))
        .hasMessageContaining("TAG@SERVER");
  }

  private Demo.Plan plan(ConfigFiles files, LiveFeeds feeds) {
    return new Demo.Plan(
        files,
        Providers.installed(),
        temp.resolve("grenselos.db"),
        0,
        Clock.systemUTC(),
        Duration.ofMinutes(3),
        network -> feeds.entries(),
        Demo.Outward.PUBLIC_AND_LOCAL);
  }
}
