package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.memory.Assistant;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * As many posts in one minute as in a bad day: one in a hundred asks what an expert knows, one in a
 * hundred complains, the rest is nobody's. {@code -Dminute.posts=100000} for the whole of it.
 */
@Tag("slow")
class MinuteOfPostsTest {
  private static final int POSTS = Integer.getInteger("minute.posts", 3_000);
  private static final int PAGE = 500;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void eachIsHandledOnceAndThoseThatConcernSomebodyAreFound(String engine) throws Exception {
    try (Store store = Opened.store(engine, settings(engine));
        TimeLine line = TimeLine.on(store, task -> new Assistant.Draft.None("no"), book -> book)) {
      line.at("09:00");
      long begin = System.nanoTime();
      int kept = 0;
      for (int first = 0; first < POSTS; first += PAGE) {
        MentionEvent[] page = page(line, first);
        kept += line.take(page);
        // the network repeats itself in such a minute
        assertThat(line.take(page)).isZero();
        line.clock().pass(Duration.ofSeconds(60).multipliedBy(PAGE).dividedBy(POSTS));
        line.settle();
      }
      long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      line.pass(Duration.ofMinutes(1));

      Map<String, Integer> cards = new TreeMap<>();
      line.slack.all().forEach(card -> cards.merge(card.id().toString(), 1, Integer::sum));
      System.out.printf(
          "%s: %d posts in one minute, handled in %d s, %d cards%n",
          engine, POSTS, seconds, cards.size());
      assertThat(kept).isEqualTo(POSTS);
      assertThat(line.parkedMentions()).isZero();
      assertThat(cards.values()).as("times each card was shown").containsOnly(1);
      long tickets = store.read(books -> books.audit().counts()).get("ticket.opened");
      assertThat(tickets).isEqualTo(concerned().size());
      for (int post : concerned()) StormPropertyTest.assertFound(line, "p" + post);
    }
  }

  private static MentionEvent[] page(TimeLine line, int first) {
    MentionEvent[] page = new MentionEvent[Math.min(PAGE, POSTS - first)];
    for (int i = 0; i < page.length; i++) {
      int number = first + i;
      String words = words(number) + " nr" + number;
      page[i] =
          new MentionEvent.Posted(line.mention("p" + number, "", words, MentionKind.POST, null));
    }
    return page;
  }

  private static String words(int number) {
    return switch (number % 100) {
      case 17 -> "Bråker en varmepumpe?";
      case 71 -> "elendig service";
      default -> "Bare vær i dag";
    };
  }

  private static List<Integer> concerned() {
    List<Integer> concerned = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) if (i % 100 == 17 || i % 100 == 71) concerned.add(i);
    return concerned;
  }

  private Map<String, String> settings(String engine) throws Exception {
    if (engine.equals("sqlite")) return Map.of("file", folder.resolve("store.db").toString());
    return Map.of("url", PostgresServer.newDatabase("minute"), "user", PostgresServer.USER);
  }
}
