package no.grenselos.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.grenselos.config.Finding;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Skipped;
import no.grenselos.log.Parcel;
import no.grenselos.log.Receipt;
import no.grenselos.log.RelayReader.Arrived;
import no.grenselos.log.RelayReader.Batch;
import no.grenselos.log.Survey;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Against a real broker. */
class KafkaRelayTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final int ROUNDS = 60;
  private static Broker broker;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private String topic = "";

  @BeforeAll
  static void up() throws Exception {
    broker = Broker.start();
  }

  @AfterAll
  static void down() throws Exception {
    broker.close();
  }

  @BeforeEach
  void ownTopic(TestInfo test) {
    topic = test.getTestMethod().orElseThrow().getName();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened) one.close();
  }

  private KafkaRelay relay() {
    KafkaRelay relay = relay(broker.servers(), topic);
    opened.add(relay);
    return relay;
  }

  /** With a group and dead letters of the topic's name. */
  static KafkaRelay relay(String servers, String topic) {
    return new KafkaRelay(
        new KafkaSettings(
            List.of(servers.split(",")),
            topic,
            topic + ".dead-letters",
            topic + "-group",
            false,
            Optional.empty(),
            Optional.empty()));
  }

  /** Reads as a node does that stores everything. */
  static final class Node {
    final KafkaReader reader;
    final List<MentionEvent> events = new ArrayList<>();
    final List<Skipped> skipped = new ArrayList<>();
    final Set<String> partitions = new HashSet<>();
    Optional<String> trouble = Optional.empty();

    Node(KafkaRelay relay) {
      this.reader = (KafkaReader) relay.reader();
    }

    Node round(Cursor from) {
      Arrived arrived = reader.next();
      trouble = arrived.trouble();
      partitions.removeAll(arrived.taken());
      partitions.addAll(arrived.given());
      arrived.given().forEach(partition -> reader.goOn(partition, from));
      for (Batch batch : arrived.batches()) {
        events.addAll(batch.page().events());
        skipped.addAll(batch.page().skipped());
        reader.stored(batch);
      }
      return this;
    }

    /** Reads until so many events and skipped ones came. */
    Node until(int count) {
      for (int i = 0; i < ROUNDS && events.size() + skipped.size() < count; i++) {
        round(Cursor.START);
      }
      return this;
    }
  }

  private static Parcel deleted(int post) {
    MentionId id = MentionId.parse("x:" + post);
    return new Parcel("x:" + post % 7, "net", AT, new MentionEvent.Deleted(id, AT));
  }

  static List<Parcel> many(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(KafkaRelayTest::deleted).toList();
  }

  private static void carry(KafkaRelay relay, List<Parcel> parcels) {
    assertThat(relay.carry(parcels)).isEqualTo(new Receipt.Kept(List.of()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    var header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void eachEventArrivesOnceAndThoseOfOneKeyInTheirOrder() throws Exception {
    broker.create(topic, 3);
    KafkaRelay relay = relay();
    for (int page = 0; page < 10; page++) carry(relay, many(page * 30, 30));

    Node node = new Node(relay).until(300);

    assertThat(node.events).hasSize(300).doesNotHaveDuplicates();
    assertThat(node.skipped).isEmpty();
    assertThat(node.partitions).containsExactlyInAnyOrder(topic + "/0", topic + "/1", topic + "/2");
    for (int key = 0; key < 7; key++) {
      int remainder = key;
      List<Integer> order =
          node.events.stream()
              .map(event -> Integer.valueOf(event.id().id()))
              .filter(number -> number % 7 == remainder)
              .toList();
      assertThat(order).isSorted();
    }
    assertThat(relay.trouble()).isEmpty();
    assertThat(node.partitions).allSatisfy(p -> assertThat(node.reader.behind(p)).isZero());
  }

  @Test
  void aPartitionGoesOnWhereItsReaderSaysWhateverKafkaHasAsItsOffset() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    carry(relay, many(0, 10));
    Node first = new Node(relay).until(10);
    first.reader.close();
    assertThat(broker.committed(topic + "-group", topic, 0)).isEqualTo(10);

    Node second = new Node(relay());
    for (int i = 0; i < ROUNDS && second.events.size() < 4; i++) second.round(new Cursor("6"));
    assertThat(second.events).hasSize(4);

    second.reader.goOn(topic + "/0", new Cursor("9"));
    second.until(5);
    assertThat(second.events.getLast()).isEqualTo(deleted(9).event());
  }

  @Test
  void nothingComesOfAPartitionThatRests() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    Node node = new Node(relay);
    for (int i = 0; i < ROUNDS && node.partitions.isEmpty(); i++) node.round(Cursor.START);
    node.reader.rest(topic + "/0");
    carry(relay, many(0, 3));

    node.round(Cursor.START).round(Cursor.START);
    assertThat(node.events).isEmpty();
    node.reader.goOn(topic + "/0", Cursor.START);

    assertThat(node.until(3).events).hasSize(3);
  }

  @Test
  void nodesShareThePartitionsAndOneThatLeavesLeavesThemToTheOther() throws Exception {
    broker.create(topic, 4);
    Node one = new Node(relay());
    Node other = new Node(relay());
    for (int i = 0;
        i < ROUNDS && !(one.partitions.size() == 2 && other.partitions.size() == 2);
        i++) {
      one.round(Cursor.START);
      other.round(Cursor.START);
    }
    assertThat(one.partitions).hasSize(2).doesNotContainAnyElementsOf(other.partitions);

    one.reader.close();
    for (int i = 0; i < ROUNDS && other.partitions.size() < 4; i++) other.round(Cursor.START);

    assertThat(other.partitions).hasSize(4);
  }

  @Test
  void whatCannotBeReadStandsInTheDeadLettersWithItsReasonAndStopsNothing() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    byte[] big = new byte[900_000];
    carry(relay, many(0, 1));
    broker.write(
        topic, 0, bytes("no json"), bytes("{\"schema\":2}"), bytes("{\"schema\":1}"), big, null);
    carry(relay, many(1, 1));

    Node node = new Node(relay).until(7);

    assertThat(node.events).containsExactly(deleted(0).event(), deleted(1).event());
    List<ConsumerRecord<byte[], byte[]>> dead = broker.read(topic + ".dead-letters");
    assertThat(dead)
        .extracting(letter -> header(letter, "reason"))
        .containsExactly(
            "is no JSON: JsonParseException",
            "schema is 2, this version reads 1",
            "id is missing",
            "is too big: 900000 bytes, at most 250000 are read",
            "has no value");
    assertThat(node.skipped)
        .containsExactlyElementsOf(
            dead.stream()
                .map(d -> new Skipped("offset " + header(d, "source-offset"), header(d, "reason")))
                .toList());
    assertThat(dead).extracting(letter -> header(letter, "source-topic")).containsOnly(topic);
    assertThat(dead).extracting(letter -> header(letter, "source-partition")).containsOnly("0");
    assertThat(header(dead.getFirst(), "source-offset")).isEqualTo("1");
    assertThat(dead.getFirst().value()).isEqualTo(bytes("no json"));
    assertThat(dead.get(3).value()).hasSize(250_000);
    assertThat(header(dead.get(3), "cut-from-bytes")).isEqualTo("900000");
  }

  @Test
  void withoutAPlaceForDeadLettersNothingIsSkippedAndItGoesOnWhenThereIsOne() throws Exception {
    broker.create(topic, 1);
    broker.delete(topic + ".dead-letters");
    KafkaRelay relay = relay();
    broker.write(topic, 0, bytes("no json"));
    carry(relay, many(0, 1));
    Node node = new Node(relay);
    for (int i = 0; i < ROUNDS && node.trouble.isEmpty(); i++) node.round(Cursor.START);

    assertThat(node.trouble.orElse("")).startsWith("dead letters: Kafka does not answer in time");
    assertThat(relay.trouble()).isPresent();
    assertThat(node.events).isEmpty();
    assertThat(node.skipped).isEmpty();
    broker.create(topic + ".dead-letters", 1);

    node.until(2);
    assertThat(node.events).containsExactly(deleted(0).event());
    assertThat(node.skipped).hasSize(1);
  }

  @Test
  void whatKafkaDeletedBeforeItWasReadIsTold() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    carry(relay, many(0, 10));
    broker.deleteBefore(topic, 0, 6);
    Node node = new Node(relay);
    for (int i = 0; i < ROUNDS && node.events.size() < 4; i++) node.round(new Cursor("2"));

    assertThat(node.events).hasSize(4);
    assertThat(node.skipped)
        .containsExactly(
            new Skipped(
                "offsets 2 to 5",
                "Kafka deleted them before they were read: its retention is too short"));
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsStart() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    carry(relay, many(0, 3));
    Node node = new Node(relay);
    for (int i = 0; i < ROUNDS && node.events.size() < 3; i++) node.round(new Cursor("500"));

    assertThat(node.events).hasSize(3);
    assertThat(node.skipped)
        .singleElement()
        .satisfies(gap -> assertThat(gap.item()).isEqualTo("offset 500"));
  }

  @Test
  void anEventThatIsTooBigIsSetAsideAndTheOthersAreCarried() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    Mention big =
        new Mention(
            MentionId.parse("x:big"),
            "",
            "t",
            URI.create("https://example.org/"),
            new Author("kari", "n".repeat(300_000), null, 1),
            "",
            MentionKind.POST,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            AT);
    Parcel parcel = new Parcel("x:t", "net", AT, new MentionEvent.Posted(big));

    Receipt receipt = relay.carry(List.of(deleted(1), parcel, deleted(2)));

    assertThat(receipt)
        .isInstanceOfSatisfying(
            Receipt.Kept.class,
            kept -> assertThat(kept.setAside()).extracting(Skipped::item).containsExactly("x:big"));
    assertThat(new Node(relay).until(2).events).hasSize(2);
    assertThat(broker.read(topic + ".dead-letters")).hasSize(1);
  }

  @Test
  void whatHappensToOnePostComesInItsOrder() throws Exception {
    broker.create(topic, 1);
    KafkaRelay relay = relay();
    MentionEvent post = EventJsonTest.posted("1").event();
    MentionEvent gone = new MentionEvent.Deleted(post.id(), AT);
    List<Parcel> page = new ArrayList<>(List.of(EventJsonTest.posted("1")));
    page.add(new Parcel("mastodon:thread", "net", AT, gone));
    page.add(EventJsonTest.posted("2"));
    carry(relay, page);

    Node node = new Node(relay).until(3);

    assertThat(node.events).containsSubsequence(post, gone).hasSize(3);
  }

  @Test
  void theLogSaysHowFarItReaches() throws Exception {
    broker.create(topic, 2);
    KafkaRelay relay = relay();
    broker.write(topic, 1, bytes("a"), bytes("b"), bytes("c"));
    broker.deleteBefore(topic, 1, 1);

    Survey survey = relay.survey(Instant.EPOCH);
    Survey later = relay.survey(Instant.parse("2126-01-01T00:00:00Z"));

    assertThat(survey.partitions())
        .containsExactly(
            new Survey.Extent(topic + "/0", 0, 0, 0, 0),
            new Survey.Extent(topic + "/1", 1, 1, 3, 1));
    assertThat(survey.deadLetters()).isZero();
    assertThat(later.partitions().get(1).from()).isEqualTo(3);
    assertThat(survey.partitions().get(1).behind(Cursor.START)).isEqualTo(2);
    assertThat(survey.partitions().get(1).behind(new Cursor("2"))).isEqualTo(1);
    assertThat(relay.check())
        .containsExactly(
            new Finding(true, "log kafka: topic " + topic, "2 partitions"),
            new Finding(true, "log kafka: topic " + topic + ".dead-letters", "1 partition"));
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    assertThat(relay().check())
        .first()
        .isEqualTo(
            new Finding(
                false,
                "log kafka: topic " + topic,
                "there is no topic " + topic + " or " + topic + ".dead-letters; create it"));
  }
}
