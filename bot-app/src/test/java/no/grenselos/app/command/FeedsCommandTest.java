package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Price;
import no.grenselos.mention.Network;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsCommandTest {
  private static final Budget MONEY =
      new Budget(Price.parse("0.005 USD"), Optional.of(Price.parse("200 USD")));

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final Instant now = Instant.now();

  @BeforeEach
  void writeConfig() throws IOException {
    write(
        "grenselos.yml",
        "company: Fjordbygg\nfallback-channel: \"#press\"\ntime-zone: Europe/Oslo\n"
            + "store: {sqlite: {file: "
            + folder.resolve("store.db")
            + "}}\n");
    write(
        "experts.yml",
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat]}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    write("topics/heat.yml", "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    write("routes.yml", "routes:\n  - {name: heat, topic: heat, lane: expert}\n");
  }

  @Test
  void whereNothingWasReadThatIsSaid() {
    assertThat(run("feeds")).isEqualTo("Nothing was read yet.");
    assertThat(run("feeds", "--json")).isEmpty();
  }

  @Test
  void eachFeedHasALineInTheWordsOfTheChatWhileANodeHasTheStore() {
    try (OpenBook node = OpenBook.of(ConfigFiles.read(folder, "config"))) {
      fill(node.store());

      assertThat(run("feeds").lines())
          .satisfiesExactly(
              gone ->
                  assertThat(gone)
                      .startsWith("news (rss): not read yet; ")
                      .contains("No node reads it now")
                      .endsWith("; It cannot be read: HTTP 502"),
              read ->
                  assertThat(read)
                      .matches("x\\?search \\(x\\): read \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d; .*")
                      .contains("and was 2 min old then; 1,31")
                      .contains("posts an hour of late; 1,240 posts this month")
                      .contains("; This month it cost 6.20 / 200.00 USD; 90 requests left until 2")
                      .endsWith("; Read by web1/4711/5f2c1a9e"));
    }
  }

  @Test
  void jsonHasAnObjectALineAndNullWhereNothingIsKnown() throws IOException {
    try (OpenBook node = OpenBook.of(ConfigFiles.read(folder, "config"))) {
      fill(node.store());

      String[] lines = run("feeds", "--json").split("\\n", -1);

      JsonNode news = new ObjectMapper().readTree(lines[0]);
      JsonNode x = new ObjectMapper().readTree(lines[1]);
      assertThat(lines).hasSize(2);
      assertThat(news.path("trouble").asText()).isEqualTo("HTTP 502");
      for (String key :
          new String[] {"node", "read_at", "lag_s", "spent", "budget", "quota_left"}) {
        assertThat(news.path(key).isNull()).as(key).isTrue();
      }
      assertThat(x.path("feed").asText() + " " + x.path("network").asText())
          .isEqualTo("x?search x");
      assertThat(x.path("node").asText()).isEqualTo("web1/4711/5f2c1a9e");
      assertThat(x.path("lag_s").asInt()).isEqualTo(120);
      assertThat(x.path("posts_month").asInt()).isEqualTo(1_240);
      assertThat(x.path("posts_per_hour").asDouble()).isPositive();
      assertThat(x.path("spent").asDouble()).isEqualTo(6.2);
      assertThat(x.path("budget").asInt()).isEqualTo(200);
      assertThat(x.path("quota_left").asInt()).isEqualTo(90);
      assertThat(x.path("trouble").isNull()).isTrue();
    }
  }

  /** One that goes well, one that was let go and cannot be read. */
  private void fill(Store store) {
    FeedState well =
        FeedState.begun(now.minus(Duration.ofHours(100)))
            .afterPage(now, 1_240, now.minusSeconds(120))
            .with(Optional.of(new Allowance(90, 450L, now.plusSeconds(900))));
    FeedState ill = FeedState.begun(now).afterTrouble(now, "HTTP 502");
    boolean kept =
        store.write(books -> {
          boolean all =
              keep(
                      books.feedStates(),
                      new FeedLabel("x?search", new Network("x"), "x", MONEY),
                      well)
                  && keep(
                      books.feedStates(),
                      new FeedLabel("news", new Network("rss"), "news", null),
                      ill);
          books.feedStates().letGo("news", "web1/4711/5f2c1a9e");
          return all;
        });
    assertThat(kept).isTrue();
  }

  private boolean keep(FeedStates feeds, FeedLabel label, FeedState state) {
    String node = "web1/4711/5f2c1a9e";
    return feeds.hold(label, node, now, now.plusSeconds(600))
        && feeds.save(label.name(), node, state);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private String run(String... arguments) {
    out.getBuffer().setLength(0);
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.toString();
    int code = RootCommand.commandLine().setOut(new PrintWriter(out, true)).execute(all);
    assertThat(code).isZero();
    return out.toString().strip();
  }
}
