package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.grenselos.playground.network.Faults;
import no.grenselos.playground.network.Faults.Answers;
import no.grenselos.playground.slack.api.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped, on SQLite, while network and chat behave badly in turn: down, as slow
 * as ten seconds an answer, out of order, with garbage, cut off, without a word, at their limits.
 */
class TroubledIT {
  private static final int POSTS = 150;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(400);
  private static final Duration SPELL = Duration.ofSeconds(5);
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration BACKLOG = Duration.ofMinutes(3);

  @TempDir Path temp;

  @Test
  void badDaysOfNetworkAndChatLoseNothingAndDoubleNothing() throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 60);
    try (World world = KillIT.open(house)) {
      house.connect(
          world.playground().slackApi(),
          world.playground().network(),
          "sqlite: {file: \"" + temp.resolve("grenselos.db") + "\"}",
          "");
      Path jar = AppProcess.unpack(house.folder());
      try (AppProcess app =
          new AppProcess(jar, house.folder(), temp.resolve("log"), KillIT.secrets(world))) {
        app.start();
        app.awaitReady(LONGEST);
        Thread outside = Nodes.ask(world, POSTS, BETWEEN_POSTS);

        badDays(world);
        outside.join();

        boolean all = world.slack().await(slack -> Facts.cards(world).size() >= POSTS, BACKLOG);
        assertThat(all).as("all cards shown\n" + app.lastWords()).isTrue();
        assertThat(app.stop()).as("ended in order").isTrue();
        System.out.printf(
            "network and chat in trouble: %d posts, lost %d, longest stall %d ms%n",
            POSTS, POSTS - Facts.cards(world).size(), KillIT.longestStall(world).toMillis());
        assertThat(Facts.cards(world)).hasSize(POSTS);
        assertThat(Facts.cards(world).values()).as("times each was shown").containsOnly(1);
      }
    }
  }

  private static void badDays(World world) throws InterruptedException {
    Faults network = world.network().faults();
    Weather slack = world.slack().weather();
    network.down(true);
    Thread.sleep(SPELL);
    network.clear();
    network.slow(SLOW);
    Thread.sleep(SLOW.plus(SPELL));
    network.clear();
    network.reorder(true);
    network.repeatNext(3);
    network.refuseNext(3);
    Thread.sleep(SPELL);
    network.clear();
    for (Answers bad : List.of(Answers.GARBAGE, Answers.CUT, Answers.NONE)) {
      network.answers(bad);
      Thread.sleep(SPELL);
    }
    network.clear();
    int before = Facts.cards(world).size();
    boolean flowing = world.slack().await(s -> Facts.cards(world).size() > before, BACKLOG);
    assertThat(flowing).as("messages go out again, for the next troubles to meet").isTrue();
    slack.slow(SLOW);
    Thread.sleep(SLOW.plus(SPELL));
    slack.slow(Duration.ZERO);
    slack.dropping(true);
    Thread.sleep(SPELL);
    slack.dropping(false);
    slack.loseAnswers("chat.postMessage", 5);
    Thread.sleep(SPELL);
    slack.rateLimitNext("chat.postMessage", 10, Duration.ofSeconds(3));
  }
}
