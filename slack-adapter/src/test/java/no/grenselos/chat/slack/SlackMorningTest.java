package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Handle;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.slack.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many messages are due at the same moment, and Slack's limits hold. */
class SlackMorningTest {
  private static final int PEOPLE = 120;
  private static final int NUDGES = 500;
  private static final Card CONTENT =
      new Card("You know this topic", List.of(), List.of(), List.of(), "You know this topic");

  private SlackHouse house;

  @AfterEach
  void closeHouse() {
    if (house != null) house.close();
  }

  private void open() throws Exception {
    SlackSeed small = SlackSeed.small();
    List<SlackUser> users =
        Stream.concat(
                small.users().stream(),
                IntStream.range(0, PEOPLE).mapToObj(i -> SlackUser.of(id(i), "p" + i, "P " + i)))
            .toList();
    house = SlackHouse.of(small.users(users));
    house.slack.weather().enforceRateLimits(true);
  }

  private static String id(int person) {
    return "U0P%04d".formatted(person);
  }

  /** One waiting message; the lowest number is the oldest. */
  private record Nudge(int number, String to, Instant due) {
    static final Comparator<Nudge> DUE_LONGEST =
        Comparator.comparing(Nudge::due).thenComparing(Nudge::number);

    Nudge putOff(Instant later) {
      return new Nudge(number, to, later);
    }
  }

  /**
   * Sends as the courier does: what is due longest first, one at a time per person, and what has to
   * wait keeps those behind it waiting. Time passes only when nothing is due.
   *
   * @return how long it took
   */
  private Duration sendAll(List<Nudge> nudges) {
    Instant begin = house.now();
    Map<String, PriorityQueue<Nudge>> places =
        nudges.stream()
            .collect(
                Collectors.groupingBy(
                    Nudge::to,
                    TreeMap::new,
                    Collectors.toCollection(
                        () -> new PriorityQueue<>(Comparator.comparingInt(Nudge::number)))));
    while (!places.isEmpty()) {
      Nudge next =
          places.values().stream().map(PriorityQueue::element).min(Nudge.DUE_LONGEST).orElseThrow();
      if (next.due().isAfter(house.now())) {
        house.clock.forward(Duration.between(house.now(), next.due()));
      }
      PriorityQueue<Nudge> place = places.get(next.to());
      place.remove();
      Duration wait = send(next);
      if (!wait.isZero()) place.add(next.putOff(house.now().plus(wait)));
      if (place.isEmpty()) places.remove(next.to());
    }
    return Duration.between(begin, house.now());
  }

  /** Zero when it was sent. */
  private Duration send(Nudge nudge) {
    Handle to = new Handle("slack", nudge.to());
    Presence presence = house.chat().port().presence(to);
    if (presence.askAgain().isPositive()) return presence.askAgain();
    assertThat(presence.awayUntil()).as("quiet of %s", to).isNull();
    Delivery delivery =
        house.chat().port().post(new Place.Direct(to), new PlacementId(nudge.number()), CONTENT);
    return switch (delivery) {
      case Delivery.Delivered delivered -> Duration.ZERO;
      case Delivery.RetryAfter retry -> retry.time();
      default -> throw new AssertionError(nudge + ": " + delivery);
    };
  }

  private List<Nudge> waiting() {
    return IntStream.rangeClosed(1, NUDGES)
        .mapToObj(i -> new Nudge(i, id(i % PEOPLE), house.now()))
        .toList();
  }

  private long refused(Predicate<Asked> which) {
    return house.slack.refusals().stream()
        .filter(call -> call.error().equals("ratelimited") && which.test(call))
        .count();
  }

  /** The numbers of the cards as they appeared, by conversation. */
  private Map<String, List<Integer>> shown() {
    return house.slack.posts().stream()
        .filter(shown -> shown.kind() == Shown.Kind.POSTED)
        .collect(
            Collectors.groupingBy(
                Shown::channel,
                Collectors.mapping(
                    shown -> Integer.valueOf(shown.payload("card").replace("C-", "")),
                    Collectors.toList())));
  }

  @Test
  void fiveHundredNudgesGoOutWithinSlacksLimitsOldestFirstAndOnce() throws Exception {
    open();

    Duration time = sendAll(waiting());

    Map<String, List<Integer>> shown = shown();
    List<Integer> all = new ArrayList<>();
    shown.values().forEach(all::addAll);
    assertThat(shown).hasSize(PEOPLE);
    assertThat(shown.values()).allSatisfy(cards -> assertThat(cards).isSorted());
    assertThat(all).hasSize(NUDGES).doesNotHaveDuplicates();
    assertThat(refused(call -> true)).as("answered 429").isZero();
    assertThat(time).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void whoWantsQuietIsKnownForAllInAFewCalls() throws Exception {
    open();

    sendAll(waiting());

    assertThat(house.slack.calls("conversations.open")).isZero();
    assertThat(house.slack.calls("users.info")).isZero();
    assertThat(house.slack.calls("users.list")).isEqualTo(1);
    assertThat(house.slack.calls("dnd.teamInfo") + house.slack.calls("dnd.info"))
        .isLessThanOrEqualTo(4);
  }

  @Test
  void aListOfMembersThatDidNotArriveIsAskedForAgainSoon() throws Exception {
    open();
    house.slack.weather().loseAnswers("users.list", 1);
    Presence unused = house.chat().port().presence(new Handle("slack", id(0)));

    house.clock.forward(Duration.ofSeconds(10));
    Presence alsoUnused = house.chat().port().presence(new Handle("slack", id(1)));

    assertThat(house.slack.calls("users.list")).isEqualTo(2);
    assertThat(house.slack.calls("users.info")).as("for the first alone").isEqualTo(1);
  }

  @Test
  void nobodyIsWokenWhileSlackCannotSayWhoWantsQuiet() throws Exception {
    open();
    house.slack.housekeeping().snooze(id(0), Duration.ofHours(2));
    house.slack.weather().rateLimitNext("dnd.teamInfo", 1, Duration.ofSeconds(30));
    house.slack.weather().rateLimitNext("dnd.info", 1, Duration.ofSeconds(40));
    Handle quiet = new Handle("slack", id(0));

    Presence first = house.chat().port().presence(quiet);
    house.clock.forward(first.askAgain());

    assertThat(first).isEqualTo(Presence.busy(Duration.ofSeconds(40)));
    assertThat(house.chat().port().presence(quiet).awayUntil()).isNotNull();
    assertThat(refused(call -> true)).isEqualTo(2);
  }

  @Test
  void messageToSomebodyWhoLeftIsNotSent() throws Exception {
    open();
    house.slack.housekeeping().deactivate(id(7));

    Delivery delivery =
        house
            .chat()
            .port()
            .post(new Place.Direct(new Handle("slack", id(7))), new PlacementId(1), CONTENT);

    assertThat(delivery).isInstanceOf(Delivery.Gone.class);
    assertThat(house.slack.posts()).isEmpty();
  }

  @Test
  void editsThatComeAllAtOnceWaitWhenSlackHasSaidSoOnce() throws Exception {
    open();
    List<Delivery> posted =
        IntStream.range(0, 60)
            .mapToObj(i ->
                house
                    .chat()
                    .port()
                    .post(
                        new Place.Direct(new Handle("slack", id(i))),
                        new PlacementId(i + 1),
                        CONTENT))
            .toList();

    List<Delivery> edited =
        posted.stream()
            .map(Delivery.Delivered.class::cast)
            .map(at -> house.chat().port().update(at.ref(), new PlacementId(1), CONTENT))
            .toList();

    assertThat(edited).filteredOn(Delivery.Delivered.class::isInstance).hasSize(50);
    assertThat(edited).filteredOn(Delivery.RetryAfter.class::isInstance).hasSize(10);
    assertThat(refused(call -> true)).isEqualTo(1);
  }
}
