package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped, on one PostgreSQL, whose newest rules cannot be read
 * for a while, as when a newer version wrote them, while posts come in.
 */
class ReloadIT {
  private static final int POSTS = 80;
  private static final int MEANWHILE = 10;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(250);
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  /** That somebody changed the rules is told too, once they can be read. */
  private static final int TOLD = 1;

  private static final String ODD = "routes:\n  - {name: a, topic: pumps, lane: expert, mood: 1}\n";

  @TempDir Path temp;

  @Test
  void rulesThatCannotBeReadAreSaidAndThoseBeforeStay() throws Exception {
    try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK)) {
      nodes.start();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);
      nodes.awaitCards(MEANWHILE, BACKLOG);
      Source good = nodes.store().read(books -> books.ruleBooks().latest()).orElseThrow();

      Source odd = odd(good);
      add(nodes, odd);
      awaitHealth(nodes, "revision 1 stays: revision 2 cannot be read");
      nodes.awaitCards(Facts.cards(nodes.world()).size() + MEANWHILE, BACKLOG);
      add(nodes, new Source(3, Instant.now(), "admin", "mended", good.files()));
      awaitHealth(nodes, "revision 3");
      outside.join();

      nodes.awaitCards(POSTS + TOLD, BACKLOG);
      nodes.stop();
      System.out.printf(
          "rules that cannot be read for a while: %d posts, lost %d, doubled %d, longest stall %d"
              + " ms%n",
          POSTS,
          POSTS + TOLD - Facts.cards(nodes.world()).size(),
          nodes.doubled(),
          KillIT.longestStall(nodes.world()).toMillis());
      nodes.assertShownOnce(POSTS, TOLD);
    }
  }

  private static Source odd(Source good) {
    Map<String, String> files = new HashMap<>(good.files());
    files.put("routes.yml", ODD);
    return new Source(2, Instant.now(), "a newer version", "moods", files);
  }

  private static void add(Nodes nodes, Source source) {
    assertThat(nodes.store().<Boolean>write(books -> books.ruleBooks().add(source))).isTrue();
  }

  private static void awaitHealth(Nodes nodes, String text) throws Exception {
    for (AppProcess node : nodes.all()) {
      Await.until(node::lastWords, BACKLOG, () -> node.health().contains(text));
      assertThat(node.health()).as("it works all the same").startsWith("200 ");
    }
  }
}
