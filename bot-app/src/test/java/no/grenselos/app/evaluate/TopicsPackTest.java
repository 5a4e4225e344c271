package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsPackTest {
  private static final Path PACKS = Path.of("src/test/resources/packs");

  @TempDir Path folder;

  @Test
  void whatIsNotOwnedIsNobodysAndStillTaught() {
    TopicsPack pack = TopicsPack.read(Pack.at(PACKS.resolve("energy")), Shots.ALL);

    assertThat(pack.labels()).containsValues("heat_pumps", "invoices").hasSize(2);
    assertThat(pack.train()).hasSize(12);
    assertThat(pack.train().stream().filter(text -> text.topics().isEmpty())).hasSize(4);
    assertThat(pack.test().stream().filter(text -> text.topics().isEmpty())).hasSize(3);
  }

  @Test
  void describedTopicsSpeakTheirLanguages() {
    TopicsPack pack = TopicsPack.read(Pack.at(PACKS.resolve("described")), Shots.ALL);
    Topic pumps = topic(pack, "heat_pumps");

    assertThat(pumps.name(Locale.of("nb"))).isEqualTo("Varmepumper");
    assertThat(pumps.keywords()).containsExactly("heat pump", "filter", "varmepumpe");
    assertThat(topic(pack, "invoices").descriptions()).containsValue("What is billed and paid.");
    assertThat(topic(pack, "charging").name(Locale.ENGLISH)).isEqualTo("Charging");
  }

  @Test
  void shotsAreDrawnOnceForEachTopic() {
    Shots two = new Shots(Optional.of(2), 1);
    TopicsPack pack = TopicsPack.read(Pack.at(PACKS.resolve("energy")), two);

    for (TopicId topic : pack.labels().keySet()) {
      assertThat(pack.train().stream().filter(t -> t.topics().contains(topic))).hasSize(2);
    }
    assertThat(pack.train().stream().filter(t -> t.topics().isEmpty())).hasSize(4);
    assertThat(TopicsPack.read(Pack.at(PACKS.resolve("energy")), two)).isEqualTo(pack);
  }

  @Test
  void rowsThatStandTwiceAreDrawnOnce() throws IOException {
    write("train.jsonl", "{\"text\":\"a\",\"topic\":\"t\"}\n".repeat(9));
    write("test.jsonl", "{\"text\":\"a\",\"topic\":\"t\"}");

    assertThat(TopicsPack.read(Pack.at(folder), new Shots(Optional.of(3), 0)).train()).hasSize(1);
  }

  @Test
  void aPackThatNamesNoTopicIsRefused() throws IOException {
    write("test.jsonl", "{\"text\":\"a\",\"topic\":\"t\"}");

    assertThatThrownBy(() -> TopicsPack.read(Pack.at(folder), Shots.ALL))
        .hasMessageContaining("nothing to learn from");
  }

  @Test
  void anEmptyTopicIsNoWayToSayNobodys() throws IOException {
    write("test.jsonl", "{\"text\":\"a\",\"topic\":\"\"}");

    assertThatThrownBy(() -> TopicsPack.read(Pack.at(folder), Shots.ALL))
        .hasMessage("test.jsonl:1: \"topic\" is empty; write null for nobody's");
  }

  @Test
  void everyProblemOfTheDescriptionsIsTold() throws IOException {
    write("test.jsonl", "{\"text\":\"a\",\"topic\":\"t\"}");
    write(
        "topics.json",
        "[{\"id\":\"t\"},{\"id\":\"t\"},{\"name\":\"u\"},{\"id\":\"v\",\"examples\":1e3,\"not\":true}]");

    assertThatThrownBy(() -> TopicsPack.read(Pack.at(folder), Shots.ALL))
        .hasMessageContaining("has topic \"t\" twice")
        .hasMessageContaining("has no \"id\"")
        .hasMessageContaining("\"not\" must be a list");
  }

  private static Topic topic(TopicsPack pack, String label) {
    List<Topic> found =
        pack.topics().stream()
            .filter(topic -> label.equals(pack.labels().get(topic.id())))
            .toList();
    return found.getFirst();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
