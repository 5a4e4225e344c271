package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.grenselos.flow.EarlierSchema;
import no.grenselos.playground.slack.workspace.Shown;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jar as it is shipped, started on what an earlier version left: messages that are shown,
 * taken, and still to be sent. That version's own jar writes it where {@code -Dupgrade.from} names
 * one; else today's does, and it is laid into the earlier version's tables.
 */
class UpgradeIT {
  private static final String OLD_JAR = System.getProperty("upgrade.from", "");
  private static final int SHOWN = 12;
  private static final int WAITING = 8;
  private static final int AFTERWARDS = 5;

  /** The main file names another store then, and a revision of the rules is told in the queue. */
  private static final int TOLD = OLD_JAR.isEmpty() ? 1 : 0;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void whatWaitedIsSentAndNothingIsSaidAgain(String kind) throws Exception {
    Engine first = engine(kind);
    try (Nodes nodes = Nodes.open(temp, 1, TestHouse.BRISK, first, Map.of())) {
      World world = nodes.world();
      AppProcess node = nodes.all().getFirst();
      world.slack().deliverTo(node.door());
      String left = before(nodes, node, first);

      world.slack().weather().down(false);
      nodes.start();
      EarlierSchema store = new EarlierSchema(nodes.engine().url());
      assertThat(store.version()).as("schema").isNotEqualTo(left);
      nodes.awaitCards(SHOWN + WAITING + TOLD, LONGEST);
      take(world, 1);
      nodes.ask(AFTERWARDS, Duration.ZERO).join();
      nodes.awaitCards(SHOWN + WAITING + AFTERWARDS + TOLD, LONGEST);
      nodes.stop();

      System.out.printf(
          "upgrade from schema %s on %s: %d messages shown before, %d that waited, %d afterwards,"
              + " lost %d, doubled %d%n",
          left,
          kind,
          SHOWN,
          WAITING,
          AFTERWARDS,
          SHOWN + WAITING + AFTERWARDS + TOLD - Facts.cards(world).size(),
          nodes.doubled());
      nodes.assertShownOnce(SHOWN + WAITING + AFTERWARDS, TOLD);
      assertThat(nodes.count("ticket.claimed")).as("taken").isEqualTo(2);
    }
  }

  private Engine engine(String kind) throws Exception {
    return kind.equals("sqlite") ? Engine.File.in(temp) : Database.start(temp.resolve("postgres"));
  }

  /** Gives the schema that is left behind. The store is not looked into: that would upgrade it. */
  private String before(Nodes nodes, AppProcess node, Engine first) throws Exception {
    Path jar = AppProcess.unpack(temp.resolve("config"));
    if (!OLD_JAR.isEmpty()) node.runs(Path.of(OLD_JAR));
    nodes.start();
    nodes.ask(SHOWN, Duration.ZERO).join();
    nodes.awaitCards(SHOWN, LONGEST);
    take(nodes.world(), 0);
    nodes.world().slack().weather().down(true);
    nodes.ask(WAITING, Duration.ZERO).join();
    Await.until(node::lastWords, LONGEST, () -> node.noted("ticket.opened") == SHOWN + WAITING);
    Await.until(node::lastWords, LONGEST, () -> node.noted("ticket.claimed") == 1);
    nodes.stop();
    node.runs(jar);
    if (OLD_JAR.isEmpty()) {
      Engine earlier =
          first instanceof Database database
              ? database.beside("earlier")
              : new Engine.File(temp.resolve("earlier.db"));
      new EarlierSchema(earlier.url()).takeFrom(first.url());
      nodes.use(earlier);
    }
    return new EarlierSchema(nodes.engine().url()).version();
  }

  /** The person asked takes the message of that number. */
  private static void take(World world, int number) throws InterruptedException {
    Shown shown =
        world.slack().posts().stream()
            .filter(one -> one.kind() == Shown.Kind.POSTED)
            .toList()
            .get(number);
    Screen screen = new SlackHands(world.playground().base(), world.slack()).screen(shown);
    assertThat(screen.press(screen.owner(), "CLAIM")).as("pressed").isTrue();
  }
}
