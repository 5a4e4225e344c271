package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.log.Parcel;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.Books;
import no.grenselos.store.LogPositions.Row;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.work.Equipment;
import no.grenselos.work.Workroom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What feeds bring goes through a log, and each event is stored once, whoever reads it how often.
 */
class LogTest {
  private final TimeLine line = new TimeLine();
  private final ScriptedLog log = new ScriptedLog();
  private boolean full;

  @BeforeEach
  void carry() {
    line.relay = Optional.of(log);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private MentionEvent post(String id) {
    return new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
  }

  private MentionId id(String id) {
    return new MentionId(ScriptedNetwork.NAME, id);
  }

  private void brings(MentionEvent... events) {
    int unused = line.take(events);
  }

  /** So many posts in the first partition, from that number on. */
  private void holds(int from, int count) {
    IntStream.range(from, from + count).forEach(i -> log.partitions.getFirst().add(post("p" + i)));
  }

  private LogReading node(ScriptedLog.Reader reader, String name) {
    return new LogReading(reader, line.desk.room(), name);
  }

  private static void rounds(LogReading reading, int count) {
    for (int i = 0; i < count; i++) {
      Duration unused = reading.round();
    }
  }

  private long received() {
    return line.journal.stream().filter(entry -> entry.what().equals("mention.received")).count();
  }

  private long repeated() {
    return line.journal.stream().filter(entry -> entry.what().equals("mention.repeated")).count();
  }

  private Row row(int partition) {
    return line.store.read(books -> books.logPositions().all()).stream()
        .filter(row -> row.partition().equals(ScriptedLog.name(partition)))
        .findFirst()
        .orElseThrow();
  }

  private Cursor cursor() {
    return line.store.read(books -> books.cursors().of("test"));
  }

  private FeedState state() {
    return line.store.read(books -> books.feedStates().find("test").orElseThrow()).state();
  }

  @Test
  void aPostGoesThroughTheLogAndIsAskedAboutOnce() {
    brings(post("1"), post("2"));
    assertThat(received()).as("stored by the feed's node").isZero();
    assertThat(cursor()).isEqualTo(new Cursor("page 1"));
    assertThat(state().postsIn(FeedState.monthOf(line.now()))).isEqualTo(2);

    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    LogReading one = node(reader, "one");
    rounds(one, 1);
    reader.gets(1);
    rounds(one, 3);
    line.settle();

    assertThat(received()).isEqualTo(2);
    assertThat(line.slack.all()).isNotEmpty();
    assertThat(reader.stored).isNotEmpty();
  }

  @Test
  void whileTheLogIsDownAFeedWaitsAndItsPageIsFetchedOnce() {
    FeedReading reading = line.reading("node");
    Duration unused = new Holding(line.desk.room(), List.of(reading)).round();
    line.feed.then(new Fetch.Page(List.of(post("1")), new Cursor("1"), false, List.of()));
    log.down = Optional.of("nobody answers");

    Duration rest = reading.read();
    assertThat(reading.read()).isGreaterThan(rest);
    assertThat(cursor()).isEqualTo(Cursor.START);
    assertThat(state().trouble()).isEqualTo("handing over to the log: nobody answers");
    log.down = Optional.empty();
    Duration ignored = reading.read();

    assertThat(line.feed.asked()).hasSize(1);
    assertThat(log.carried).hasSize(1);
    assertThat(cursor()).isEqualTo(new Cursor("1"));
    assertThat(state().trouble()).isNull();
  }

  @Test
  void whatTheStoreHasIsNotCarriedAgain() {
    brings(post("1"));
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    reader.gets(1);
    rounds(node(reader, "one"), 2);

    brings(post("1"), post("2"));

    assertThat(log.carried)
        .extracting(parcel -> parcel.event().id().id())
        .containsExactly("1", "2");
    assertThat(cursor()).isEqualTo(new Cursor("page 2"));
  }

  @Test
  void aNodeThatLostTheFeedCarriesNothing() {
    FeedReading one = line.reading("one");
    Duration unused = new Holding(line.desk.room(), List.of(one)).round();
    line.feed.then(new Fetch.Page(List.of(post("1")), new Cursor("1"), false, List.of()));
    line.pass(Holding.HOLD);

    Duration ignored = one.read();

    assertThat(log.carried).isEmpty();
    assertThat(cursor()).isEqualTo(Cursor.START);
  }

  @Test
  void whatHappensToAKnownPostGoesTheWayThePostWent() {
    line.relay = Optional.empty();
    brings(new MentionEvent.Posted(line.mention("1", "", "varmepumpe?", MentionKind.POST, null)));
    line.settle();
    line.relay = Optional.of(log);

    brings(
        post("2"),
        new MentionEvent.Edited(line.mention("1", "r2", "varmepumpe!", MentionKind.POST, null)),
        new MentionEvent.Deleted(id("1"), line.now()),
        new MentionEvent.Liked(id("1"), "kari", line.now()),
        new MentionEvent.Deleted(id("9"), line.now()));

    String thread = ScriptedNetwork.NAME + ":";
    assertThat(log.carried)
        .extracting(Parcel::key)
        .containsExactly(thread + "2", thread + "1", thread + "1", thread + "1", thread + "9");
    assertThat(log.carried).extracting(Parcel::from).containsOnly("test");
  }

  @Test
  void whatTheStoreDoesNotTakeComesAgain() {
    holds(0, 3);
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    LogReading one = new LogReading(reader, full(), "one");
    rounds(one, 1);
    full = true;

    assertThatThrownBy(one::round).isInstanceOf(StoreException.class);
    assertThatThrownBy(one::round).isInstanceOf(StoreException.class);
    assertThat(row(0).position()).isEqualTo(Cursor.START);
    full = false;
    rounds(one, 2);

    assertThat(row(0).position()).isEqualTo(new Cursor("3"));
    assertThat(received()).isEqualTo(3);
    assertThat(repeated()).isZero();
  }

  /** A room whose store is full when the test says so. */
  private Workroom full() {
    Equipment usual = line.desk.room().equipment();
    Store store =
        new Store() {
          @Override
          public <T> T write(Function<Books, T> work) {
            return line.store.write(books -> {
              T result = work.apply(books);
              if (full) throw new StoreException("full");
              return result;
            });
          }

          @Override
          public <T> T read(Function<Books, T> work) {
            return line.store.read(work);
          }

          @Override
          public void close() {}
        };
    return new Workroom(
        new Equipment(
            store,
            usual.rules(),
            usual.outside(),
            usual.channelHouse(),
            usual.clock(),
            usual.journal(),
            usual.pupil(),
            usual.lease()),
        line.desk.room().features());
  }

  @Test
  void aNodeThatWasNotToldThatItLostAPartitionStoresNothing() {
    holds(0, 4);
    ScriptedLog.Reader slept = log.reader();
    slept.gets(0);
    LogReading one = node(slept, "one");
    rounds(one, 1);
    ScriptedLog.Reader reader = log.reader();
    LogReading other = node(reader, "other");
    slept.meanwhile =
        () -> {
          slept.meanwhile = () -> {};
          reader.gets(0);
          rounds(other, 3);
        };

    rounds(one, 5);

    assertThat(received()).isEqualTo(4);
    assertThat(repeated()).isZero();
    assertThat(row(0).node()).isEqualTo("other");
    assertThat(row(0).position()).isEqualTo(new Cursor("4"));
  }

  @Test
  void aNodeWhosePartitionNobodyHasAnyMoreGoesOn() {
    holds(0, 1);
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    LogReading one = node(reader, "one");
    rounds(one, 2);
    boolean unused =
        line.store.write(books -> {
          Cursor ignored =
              books.logPositions().take(ScriptedLog.name(0), "ghost", line.now().plusSeconds(20));
          return true;
        });
    holds(1, 1);
    rounds(one, 2);
    assertThat(received()).isEqualTo(1);

    line.pass(LogReading.HOLD);
    rounds(one, 2);

    assertThat(received()).isEqualTo(2);
    assertThat(row(0).node()).isEqualTo("one");
  }

  @Test
  void theAdminSetsAPartitionBackAndNothingIsDoneTwice() {
    holds(0, 4);
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    LogReading one = node(reader, "one");
    rounds(one, 4);
    assertThat(row(0).position()).isEqualTo(new Cursor("4"));

    boolean unused =
        line.store.write(books -> {
          books.logPositions().set(ScriptedLog.name(0), new Cursor("1"));
          return true;
        });
    line.pass(LogReading.AGAIN);
    rounds(one, 4);

    assertThat(row(0).position()).isEqualTo(new Cursor("4"));
    assertThat(received()).isEqualTo(4);
    assertThat(repeated()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsCountedAndToldAndStopsNothing() {
    holds(0, 1);
    log.partitions.getFirst().add(post(ScriptedLog.POISON));
    holds(1, 1);
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);

    rounds(node(reader, "one"), 4);

    assertThat(received()).isEqualTo(2);
    assertThat(row(0).skipped()).isEqualTo(1);
    assertThat(row(0).why()).isEqualTo("offset: cannot be read");
    assertThat(line.journal)
        .anySatisfy(entry -> {
          assertThat(entry.what()).isEqualTo("item.skipped");
          assertThat(entry.detail()).isEqualTo("log/0 offset: cannot be read");
        });
  }

  @Test
  void whatIsTakenFromUsIsLeftToTheOthersAtOnce() {
    ScriptedLog.Reader reader = log.reader();
    reader.gets(0);
    LogReading one = node(reader, "one");
    rounds(one, 1);
    assertThat(row(0).node()).isEqualTo("one");

    reader.loses(0);
    rounds(one, 1);

    assertThat(row(0).node()).isNull();
  }

  @Test
  void aPostWhoseDeletionCameFirstThroughTheLogIsNotAskedAbout() {
    log.partitions.get(1).add(new MentionEvent.Deleted(id("p0"), line.now()));
    holds(0, 1);
    ScriptedLog.Reader reader = log.reader();
    LogReading one = node(reader, "one");
    for (int partition : List.of(1, 0)) {
      reader.gets(partition);
      rounds(one, 2);
      line.settle();
    }

    assertThat(line.slack.all()).isEmpty();
    Optional<MentionLog.Logged> kept = line.store.read(books -> books.mentions().find(id("p0")));
    assertThat(kept.filter(post -> !post.erased())).isEmpty();
  }

  @Test
  void troubleIsToldOnceAndThatItIsOver() {
    ScriptedLog.Reader reader = log.reader();
    LogReading one = node(reader, "one");
    log.down = Optional.of("nobody answers");
    rounds(one, 3);
    log.down = Optional.empty();
    rounds(one, 2);

    Stream<String> told =
        line.journal.stream().filter(e -> e.what().equals("log.read")).map(e -> e.detail());
    assertThat(told).containsExactly("waits: nobody answers", "goes on");
  }
}
