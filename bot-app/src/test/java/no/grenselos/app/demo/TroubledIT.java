package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    try (Nodes nodes = Nodes.open(temp, 1, "", Engine.File.in(temp), Map.of())) {
      nodes.start(LONGEST);
      World world = nodes.world();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);

      badDays(world);
      outside.join();

      nodes.awaitCards(POSTS, BACKLOG);
      nodes.stop();
      System.out.printf(
          "network and chat in trouble: %d posts, lost %d, longest stall %d ms%n",
          POSTS, POSTS - Facts.cards(world).size(), KillIT.longestStall(world).toMillis());
      nodes.assertShownOnce(POSTS);
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
