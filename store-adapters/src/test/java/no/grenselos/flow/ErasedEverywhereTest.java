package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.grenselos.mention.AuthorName;
import no.grenselos.privacy.Forgetting.Forgotten;
import no.grenselos.store.Opened;
import no.grenselos.store.Store;
import no.grenselos.store.postgres.PostgresServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the cause, an erased post leaves no word and no name of its author: in no column of any
 * table, by the database's own catalogue, so that a table made tomorrow is looked at too; in no
 * card and no home; and, with SQLite, in no byte of its files.
 */
class ErasedEverywhereTest {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final AuthorName AUTHOR = AuthorName.parse("mastodon:@Plantehode");

  /** Where words stand before; a test that plants nothing finds nothing. */
  private static final Set<String> PLANTED_IN =
      Set.of(
          "answer.words",
          "assistant_draft.draft",
          "audit.detail",
          "care_note.words",
          "fact.answer",
          "fact.words",
          "inquiry.draft",
          "inquiry.reply",
          "kept.draft",
          "kept_word.word",
          "lesson.reason",
          "mention.link",
          "mention.post",
          "proposal.verdict",
          "queue.content",
          "rule_book.source",
          "rule_draft.draft",
          "ticket.customer",
          "ticket_find.words");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void whatIsDeletedOutsideLeavesNothing(String engine) throws Exception {
    check(engine, PlantedStory::deletedOutside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void whatItsAuthorAsksForLeavesNothing(String engine) throws Exception {
    check(
        engine,
        story -> {
          Forgotten looked = story.line.desk.forgetting().look(AUTHOR);
          Forgotten forgotten = story.line.desk.forgetting().forget(AUTHOR, "cli");
          story.line.settle();
          assertThat(forgotten).isEqualTo(looked).isEqualTo(new Forgotten(9, 1));
          assertThat(story.line.desk.forgetting().look(AUTHOR)).isEqualTo(new Forgotten(0, 0));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void whatWasKeptLongEnoughLeavesNothing(String engine) throws Exception {
    check(engine, story -> story.line.pass(Duration.ofDays(400)));
  }

  private void check(String engine, Consumer<PlantedStory> erase) throws Exception {
    Map<String, String> settings = settings(engine);
    try (Store store = Opened.store(engine, settings)) {
      PlantedStory story = new PlantedStory(store).told();
      Set<String> planted = found(settings).keySet();
      String shown = story.chat();

      erase.accept(story);
      // a queue's board is edited every few seconds
      story.line.pass(Duration.ofSeconds(30));

      SortedMap<String, TreeSet<String>> left = found(settings);
      assertThat(left).as("words left in the store").isEmpty();
      assertThat(PlantedStory.PLANTED.stream().filter(story.chat()::contains).toList())
          .as("words left in chat:\n" + lines(story.chat()))
          .isEmpty();
      assertThat(planted).containsAll(PLANTED_IN);
      assertThat(shown).contains("kvitrefugl", "syngefugl", "stormfugl", "Plantine");
      story.line.close();
    }
    for (String word : PlantedStory.PLANTED) assertThat(filesWith(word)).as(word).isEmpty();
  }

  private static List<String> lines(String chat) {
    return chat.lines()
        .filter(line -> PlantedStory.PLANTED.stream().anyMatch(line::contains))
        .toList();
  }

  private Map<String, String> settings(String engine) throws Exception {
    if (engine.equals("sqlite")) return Map.of("file", folder.resolve("store.db").toString());
    String url = PostgresServer.newDatabase("erased" + DATABASES.incrementAndGet());
    return Map.of("url", url, "user", PostgresServer.USER);
  }

  private static SortedMap<String, TreeSet<String>> found(Map<String, String> settings)
      throws Exception {
    String file = settings.get("file");
    try (Connection connection =
        file == null
            ? PostgresServer.connect(settings.get("url"))
            : DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return new EveryColumn(connection).with(PlantedStory.PLANTED);
    }
  }

  private List<Path> filesWith(String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> bytes(file).contains(word)).toList();
    }
  }

  private static String bytes(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
