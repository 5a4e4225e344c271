package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.expert.Handle;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Price;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node reads each feed, and the admins hear of it when it goes badly. */
class FeedTest {
  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  private FeedReading node(String name) {
    return line.reading(name);
  }

  private void hold(FeedReading... nodes) {
    for (FeedReading one : nodes) {
      Duration unused = new Holding(line.desk.room(), List.of(one)).round();
    }
  }

  private static void read(FeedReading one) {
    Duration unused = one.read();
  }

  private MentionEvent post(String id) {
    return new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
  }

  private void brings(String cursor, String... ids) {
    List<MentionEvent> events = Stream.of(ids).map(this::post).toList();
    line.feed.then(new Fetch.Page(events, new Cursor(cursor), false, List.of()));
  }

  private void look() {
    int unused = line.look();
  }

  private void fails(int minutes) {
    for (int minute = 0; minute <= minutes; minute++) {
      line.feed.then(new Fetch.Failed("HTTP 503"));
      look();
      line.pass(Duration.ofMinutes(1));
    }
  }

  private List<String> told() {
    return line.slack.in(TimeLine.FALLBACK).stream().map(card -> card.card().headline()).toList();
  }

  @Test
  void onlyTheNodeThatHoldsAFeedReadsIt() {
    FeedReading one = node("one");
    FeedReading other = node("other");
    hold(one, other);

    brings("1", "a");
    read(one);
    read(other);

    assertThat(line.feed.asked()).containsExactly(Cursor.START);
  }

  @Test
  void whenANodeSaysNothingAnyMoreAnotherReadsOnWhereItStopped() {
    FeedReading one = node("one");
    FeedReading other = node("other");
    hold(one, other);
    brings("1", "a");
    read(one);

    line.pass(Holding.HOLD);
    hold(other, one);
    brings("2", "b");
    read(one);
    read(other);

    assertThat(line.feed.asked()).containsExactly(Cursor.START, new Cursor("1"));
    assertThat(line.feed.released()).as("the first one gave it up").isEqualTo(1);
  }

  @Test
  void aPageThatComesAfterTheHoldWentToAnotherIsNotKept() {
    FeedReading one = node("one");
    hold(one);
    line.pass(Holding.HOLD);
    hold(node("other"));

    brings("1", "a");
    read(one);
    line.settle();

    Cursor cursor = line.store.read(books -> books.cursors().of("test"));
    assertThat(cursor).isEqualTo(Cursor.START);
    assertThat(line.slack.all()).isEmpty();
  }

  @Test
  void whatBreaksOffAsWeEndIsNoTroubleOfTheNetworks() {
    FeedReading one = node("one");
    hold(one);
    line.feed.then(new Fetch.Failed("closed"));
    line.feed.meanwhile(one::close);
    read(one);

    FeedReading next = node("two");
    line.feed.meanwhile(() -> {});
    line.pass(Holding.HOLD);
    hold(next);
    line.feed.then(new Fetch.Failed("HTTP 503"));
    String before = trouble();
    read(next);

    assertThat(before).isNull();
    assertThat(trouble()).isEqualTo("HTTP 503");
  }

  private @Nullable String trouble() {
    return line.store
        .read(books -> books.feedStates().find("test").orElseThrow())
        .state()
        .trouble();
  }

  @Test
  void looksThatBringNothingAreWrittenDownOnlySoOften() {
    FeedReading one = node("one");
    hold(one);
    read(one);
    Instant first = lookedAt();

    line.pass(Duration.ofSeconds(29));
    read(one);
    assertThat(lookedAt()).isEqualTo(first);
    line.pass(Duration.ofSeconds(1));
    hold(one);
    read(one);
    assertThat(lookedAt()).isEqualTo(first.plusSeconds(30));
  }

  private Instant lookedAt() {
    return line.store
        .read(books -> books.feedStates().find("test").orElseThrow())
        .state()
        .lookedAt();
  }

  @Test
  void whatIsLetGoIsTakenByAnotherAtOnce() {
    FeedReading one = node("one");
    Holding holding = new Holding(line.desk.room(), List.of(one));
    Duration unused = holding.round();
    holding.letGo();
    FeedReading other = node("other");
    hold(other);

    brings("1", "a");
    read(other);

    assertThat(line.feed.asked()).hasSize(1);
  }

  /** It asked for the feed until an hour from now, by the clock as it is. */
  @Test
  void aNodeThatDiesSoonAfterTheClockWasSetBackIsNotWaitedForAnHour() {
    line.at("11:00");
    Holding holding = new Holding(line.desk.room(), List.of(node("one")));
    Duration held = holding.round();
    assertThat(held).isPositive();
    line.clock().pass(Duration.ofHours(-1));
    for (int i = 0; i < 6; i++) {
      Duration unused = holding.round();
      line.clock().pass(Duration.ofSeconds(1));
    }

    line.clock().pass(Holding.HOLD);
    FeedReading other = node("other");
    hold(other);

    assertThat(other.isHeld()).isTrue();
  }

  @Test
  void aFeedThatCannotBeReadForTenMinutesIsToldOnceAndSaidToBeOver() {
    fails(9);
    assertThat(told()).isEmpty();
    fails(5);
    assertThat(told()).containsExactly("test kan ikke leses");

    brings("1");
    look();
    line.settle();

    assertThat(told()).containsExactly("test kan leses igjen");
  }

  @Test
  void eachAdminIsToldInTheirOwnMessages() {
    Handle kim = new Handle("slack", "UKIM");
    line.under(book -> withAdmin(book, kim));

    fails(11);

    assertThat(told()).isEmpty();
    assertThat(line.slack.in(new Place.Direct(kim))).hasSize(1);
  }

  private static RuleBook withAdmin(RuleBook book, Handle admin) {
    RuleBook.House house = book.house();
    return new RuleBook(
        book.revision() + 1,
        new RuleBook.House(
            house.company(),
            house.language(),
            house.zone(),
            house.accounts(),
            house.fallbackChannel(),
            house.offerFor(),
            house.daysOff(),
            Map.of(admin, "Kim"),
            house.storm()),
        book.routes(),
        book.silences(),
        book.topics(),
        book.experts(),
        book.teams());
  }

  @Test
  void unusualSilenceIsToldAndOverWithTheNextPost() {
    for (int day = 0; day < 9; day++) {
      brings("d" + day, "d" + day);
      look();
      line.settle();
      line.pass(Duration.ofDays(1));
    }
    line.pass(Duration.ofDays(2));
    look();
    line.settle();
    assertThat(told()).contains("Det har ikke kommet noe fra test på 72 timer");

    brings("again", "again");
    look();
    line.settle();
    assertThat(told()).contains("Det kommer innlegg fra test igjen");
  }

  @Test
  void aMonthsMoneyIsWarnedOfStopsReadingAndIsThereAgainNextMonth() {
    line.feed.costs(new Budget(Price.parse("1 NOK"), Optional.of(Price.parse("20 NOK"))));
    brings("1", "1", "2", "3", "4", "5", "6", "7", "8");
    look();
    line.settle();
    assertThat(told()).doesNotContain("Å lese test har kostet 16.00 / 20.00 NOK denne måneden");
    brings("2", "a", "b", "c", "d", "e", "f", "g", "h");
    look();
    line.settle();
    assertThat(told())
        .contains(
            "Å lese test har kostet 16.00 / 20.00 NOK denne måneden",
            "test leses ikke mer denne måneden");

    int before = line.feed.asked().size();
    look();
    assertThat(line.feed.asked()).as("not read").hasSize(before);

    line.pass(Duration.ofDays(16));
    look();
    line.settle();
    assertThat(line.feed.asked()).hasSize(before + 1);
    assertThat(told()).contains("test leses igjen");
  }

  @Test
  void anybodyMayAskHowTheFeedsDo() {
    brings("1", "a", "b");
    look();
    fails(1);

    Page page = line.says("ana", "kilder");

    assertThat(page.toString())
        .contains("test", "2 posts this month", "It cannot be read: HTTP 503");
  }
}
