package no.grenselos.store;

import static no.grenselos.store.Samples.ANA_IN_SLACK;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.event;
import static no.grenselos.store.Samples.mention;
import static no.grenselos.store.Samples.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.mention.MentionEvent;
import org.junit.jupiter.api.Test;

/** What {@link Inbox} promises. */
public interface InboxContract extends StoreUnderTest {
  Duration LEASE = Duration.ofMinutes(1);

  @Test
  default void whatWasThereBeforeIsKnownForEver() {
    assertThat(add("old", "g", 0)).isTrue();
    assertThat(add("done '; --", "h", 0)).isTrue();
    change(books ->
        books
            .mentionInbox()
            .lease(9, after(2), after(9))
            .forEach(entry -> assertThat(books.mentionInbox().done(entry)).isTrue()));

    assertThat(seen("new", "old", "done '; --", "old"))
        .containsExactlyInAnyOrder("old", "done '; --");
    assertThat(seen()).isEmpty();
    assertThat(reading(books -> books.chatInbox().seen(List.of("old"))).result()).isEmpty();
  }

  private Set<String> seen(String... keys) {
    return read(books -> books.mentionInbox().seen(List.of(keys)));
  }

  @Test
  default void ofManyAddedAtOnceThoseThatAreNewAreAddedInTheirOrder() {
    assertThat(add("old", "g", 0)).isTrue();
    List<Inbox.Arrival<MentionEvent>> page =
        Stream.of("first", "old", "second", "first")
            .map(key -> new Inbox.Arrival<>(key, key.equals("old") ? "g" : "h", posted("1")))
            .toList();

    boolean[] added = write(books -> books.mentionInbox().addAll(page, after(1)));

    assertThat(added).containsExactly(true, false, true, false);
    assertThat(reading(books -> books.mentionInbox().waiting()).result()).isEqualTo(3);
    List<String> leased = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      change(books ->
          books
              .mentionInbox()
              .lease(9, after(2), after(9))
              .forEach(entry -> {
                leased.add(entry.key());
                assertThat(books.mentionInbox().done(entry)).isTrue();
              }));
    }
    assertThat(leased).containsExactly("old", "first", "second");
    boolean[] none = write(books -> books.mentionInbox().addAll(List.of(), T0));
    assertThat(none).isEmpty();
  }

  @Test
  default void aKeyIsTakenInOnce() {
    assertThat(add("k", "g", 0)).isTrue();
    assertThat(add("k", "other", 1)).isFalse();

    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  default void aKeyStaysKnownWhenItsEntryIsDone() {
    add("k", "g", 0);
    done(lease(10, 0).getFirst());

    assertThat(add("k", "g", 1)).isFalse();
    assertThat(waiting()).isZero();
    assertThat(lease(10, 1)).isEmpty();
  }

  @Test
  default void theSameKeyFrom16ThreadsIsTakenInOnce() {
    List<Boolean> added = Race.of(16, i -> add("k", "g", 0));

    assertThat(added).containsOnlyOnce(true);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  default void theTwoInboxesShareNoKeys() {
    add("k", "g", 0);
    ChatEvent event = event("k", new TicketAction.Claim());

    assertThat(writing(books -> books.chatInbox().add("k", "g", event, T0)).result()).isTrue();
    assertThat(writing(books -> books.chatInbox().lease(10, T0, after(60))).result())
        .singleElement()
        .satisfies(entry -> assertThat(entry.event()).isEqualTo(event));
  }

  @Test
  default void theLongestDueComesFirstAndNoMoreThanAskedFor() {
    for (int i = 0; i < 5; i++) add("k" + i, "g" + i, i);

    assertThat(lease(2, 10)).extracting(Inbox.Entry::key).containsExactly("k0", "k1");
    assertThat(lease(2, 10)).extracting(Inbox.Entry::key).containsExactly("k2", "k3");
    assertThat(lease(2, 10)).extracting(Inbox.Entry::key).containsExactly("k4");
  }

  @Test
  default void nothingIsHandedOutBeforeItsTime() {
    add("k", "g", 5);

    assertThat(lease(10, 4)).isEmpty();
    assertThat(lease(10, 5)).hasSize(1);
  }

  @Test
  default void aGroupGoesOneAtATimeInItsOrder() {
    for (int i = 0; i < 3; i++) add("k" + i, "g", 0);

    for (int i = 0; i < 3; i++) {
      List<Inbox.Entry<MentionEvent>> leased = lease(10, 1);
      assertThat(leased).extracting(Inbox.Entry::key).containsExactly("k" + i);
      assertThat(lease(10, 1)).as("while one is leased").isEmpty();
      done(leased.getFirst());
    }
  }

  @Test
  default void anEntryThatWaitsHoldsItsGroupBack() {
    add("k0", "g", 0);
    add("k1", "g", 0);
    Inbox.Entry<MentionEvent> first = lease(10, 1).getFirst();

    assertThat(writing(books -> books.mentionInbox().again(first, after(50), "busy")).result())
        .isTrue();

    assertThat(lease(10, 49)).isEmpty();
    Inbox.Entry<MentionEvent> again = lease(10, 50).getFirst();
    assertThat(again.key()).isEqualTo("k0");
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  default void aParkedEntryIsListedAndItsGroupGoesOn() {
    add("k0", "g", 0);
    add("k1", "g", 0);
    park(lease(10, 7).getFirst(), "no such topic");

    assertThat(lease(10, 8)).extracting(Inbox.Entry::key).containsExactly("k1");
    assertThat(waiting()).isEqualTo(1);
    assertThat(reading(books -> books.mentionInbox().parked(10)).result())
        .containsExactly(new Parked("k0", "Posted", "no such topic", after(7)));
  }

  @Test
  default void aRevivedEntryComesBeforeLaterOnesOfItsGroupAndCountsAnew() {
    add("k0", "g", 0);
    add("k1", "g", 0);
    park(lease(10, 1).getFirst(), "why");

    assertThat(writing(books -> books.mentionInbox().revive("k0", after(2))).result()).isTrue();

    assertThat(reading(books -> books.mentionInbox().parked(10)).result()).isEmpty();
    Inbox.Entry<MentionEvent> revived = lease(10, 3).getFirst();
    assertThat(revived.key()).isEqualTo("k0");
    assertThat(revived.attempts()).isEqualTo(1);
    done(revived);
    assertThat(lease(10, 3)).extracting(Inbox.Entry::key).containsExactly("k1");
  }

  @Test
  default void aRevivedEntryWaitsForTheOneOfItsGroupThatIsLeased() {
    add("k0", "g", 0);
    add("k1", "g", 0);
    park(lease(10, 1).getFirst(), "why");
    Inbox.Entry<MentionEvent> second = lease(10, 1).getFirst();

    write(books -> books.mentionInbox().revive("k0", after(2)));

    assertThat(lease(10, 3)).isEmpty();
    done(second);
    assertThat(lease(10, 3)).extracting(Inbox.Entry::key).containsExactly("k0");
  }

  @Test
  default void onlyAParkedEntryCanBeRevived() {
    add("k0", "g", 0);

    assertThat(writing(books -> books.mentionInbox().revive("k0", T0)).result()).isFalse();
    assertThat(writing(books -> books.mentionInbox().revive("unknown", T0)).result()).isFalse();
  }

  @Test
  default void aLapsedLeaseIsDueAgainAndWhoLostItCanDoNothing() {
    add("k", "g", 0);
    Inbox.Entry<MentionEvent> lost = lease(10, 1).getFirst();
    assertThat(lease(10, 60)).as("before the lease ends").isEmpty();

    Inbox.Entry<MentionEvent> held = lease(10, 61).getFirst();

    assertThat(held.attempts()).isEqualTo(2);
    assertThat(held.lease()).isNotEqualTo(lost.lease());
    assertThat(done(lost)).isFalse();
    assertThat(park(lost, "r")).isFalse();
    assertThat(writing(books -> books.mentionInbox().again(lost, T0, "r")).result()).isFalse();
    assertThat(done(held)).isTrue();
    assertThat(done(held)).as("twice").isFalse();
  }

  @Test
  default void aGroupWaitsUntilItsLastEntryIsDoneOrParked() {
    add("k0", "g", 0);
    add("k1", "g", 0);
    assertThat(waiting("other")).isFalse();

    Inbox.Entry<MentionEvent> first = lease(10, 1).getFirst();
    assertThat(waiting("g")).as("while one is worked on").isTrue();
    done(first);
    assertThat(waiting("g")).isTrue();
    park(lease(10, 1).getFirst(), "why");
    assertThat(waiting("g")).isFalse();
  }

  private boolean waiting(String group) {
    return read(books -> books.mentionInbox().waiting(group));
  }

  @Test
  default void leasesOfManyThreadsNeverOverlap() {
    for (int i = 0; i < 40; i++) add("k" + i, "g" + i, 0);

    List<List<Inbox.Entry<MentionEvent>>> leased = Race.of(8, i -> lease(5, 1));

    assertThat(leased.stream().flatMap(List::stream).map(Inbox.Entry::key)).doesNotHaveDuplicates();
  }

  @Test
  default void orderOfEachGroupIsKeptWith8Workers() {
    Map<String, List<String>> handled = new ConcurrentHashMap<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 10; i++) keys.add("k" + i);
    for (String key : keys) for (String g : List.of("a", "b", "c")) add(g + " " + key, g, 0);

    Race.of(
        8,
        worker -> {
          while (waiting() > 0) {
            for (Inbox.Entry<MentionEvent> entry : lease(2, 1)) {
              String[] parts = entry.key().split(" ");
              handled.computeIfAbsent(parts[0], g -> new CopyOnWriteArrayList<>()).add(parts[1]);
              done(entry);
            }
          }
          return worker;
        });

    assertThat(handled).hasSize(3).allSatisfy((g, order) -> assertThat(order).isEqualTo(keys));
  }

  @Test
  default void aGroupFedWhileItIsWorkedOffLosesNothing() {
    List<Integer> done =
        Race.of(
            8,
            worker -> {
              int mine = 0;
              for (int i = 0; i < 20; i++) {
                add(worker + "-" + i, "g", 0);
                for (Inbox.Entry<MentionEvent> entry : lease(1, 1)) if (done(entry)) mine++;
              }
              return mine;
            });

    int left = 0;
    for (List<Inbox.Entry<MentionEvent>> l = lease(1, 1); !l.isEmpty(); l = lease(1, 1)) {
      done(l.getFirst());
      left++;
    }
    assertThat(done.stream().mapToInt(Integer::intValue).sum() + left).isEqualTo(160);
  }

  @Test
  default void everyMentionEventComesBackAsItWas() {
    List<MentionEvent> events =
        List.of(
            new MentionEvent.Posted(mention("1", "", HOSTILE)),
            new MentionEvent.Edited(mention("2", "r2", "")),
            new MentionEvent.Deleted(
                Samples.id("3"), Instant.parse("2026-03-02T08:00:00.123456Z")));
    for (MentionEvent event : events)
      change(books -> books.mentionInbox().add(event.key(), event.key(), event, T0));

    assertThat(lease(10, 1)).extracting(Inbox.Entry::event).containsExactlyElementsOf(events);
  }

  @Test
  default void everyChatEventComesBackAsItWas() {
    List<ChatAction> actions =
        List.of(
            new TicketAction.Claim(),
            new TicketAction.Pass(null, ""),
            new TicketAction.Pass(ANA_IN_SLACK, HOSTILE),
            new TicketAction.HandOver(ANA_IN_SLACK),
            new TicketAction.Answered(null),
            new TicketAction.Answered(URI.create("https://mastodon.example/1")),
            new ReplyAction.Reply(HOSTILE),
            new TicketAction.MoreLikeThis(null),
            new TicketAction.LessLikeThis(Samples.HEAT_PUMPS),
            new TicketAction.TakeBack(Press.PASS_TO));
    List<ChatEvent> events = new ArrayList<>();
    actions.forEach(action -> events.add(event("e" + events.size(), action)));
    ChatEvent.On message = new ChatEvent.On.Message(new MessageRef("slack", "C1", "1.2"));
    events.add(new ChatEvent("emoji", ANA_IN_SLACK, message, new TicketAction.Later(), T0));
    for (ChatEvent event : events)
      change(books -> books.chatInbox().add(event.id(), event.id(), event, T0));

    assertThat(writing(books -> books.chatInbox().lease(50, T0, after(60))).result())
        .extracting(Inbox.Entry::event)
        .containsExactlyElementsOf(events);
  }

  private boolean add(String key, String group, long second) {
    return write(books -> books.mentionInbox().add(key, group, posted("1"), after(second)));
  }

  private List<Inbox.Entry<MentionEvent>> lease(int most, long second) {
    Instant now = after(second);
    return write(books -> books.mentionInbox().lease(most, now, now.plus(LEASE)));
  }

  private boolean done(Inbox.Entry<MentionEvent> entry) {
    return write(books -> books.mentionInbox().done(entry));
  }

  private boolean park(Inbox.Entry<MentionEvent> entry, String reason) {
    return write(books -> books.mentionInbox().park(entry, reason));
  }

  private long waiting() {
    return read(books -> books.mentionInbox().waiting());
  }
}
