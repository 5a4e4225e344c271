package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.ANA_IN_SLACK;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.RuleAction;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises of handing out and ending errands. */
public interface OutboxContract extends StoreUnderTest {
  @Test
  default void everyErrandComesBackAsItWas() {
    MessageRef beside = new MessageRef("slack", "C1", "1.2");
    RuleAction change = new RuleAction.WriteRule("route:1.0", Map.of("when", HOSTILE), 0, "");
    ChatEvent tried =
        new ChatEvent(
            "e1",
            ANA_IN_SLACK,
            new ChatEvent.On.Nothing(),
            new RuleAction.TryFirst(change),
            after(0));
    List<Errand> errands =
        List.of(
            new Errand.Show(new PlacementId(1)),
            new Errand.Publish(new AnswerId(2)),
            new Errand.TellCrm(new TicketId(3), ANA),
            new Errand.Amend(tried),
            new Errand.TryRules(tried),
            new Errand.LookUp("e2", ANA_IN_SLACK, URI.create("https://a.example/%C3%A6?b#c")),
            new Errand.TellBringer(
                "e2",
                ANA_IN_SLACK,
                URI.create("https://a.example/"),
                new MentionId(new Network("web"), HOSTILE.substring(0, 9))),
            new Errand.Whisper("cause", ANA_IN_SLACK, beside, HOSTILE));
    errands.forEach(errand -> put(errand, errand.key(), 0));

    assertThat(lease(0)).extracting(Outbox.Entry::errand).containsExactlyElementsOf(errands);
  }

  @Test
  default void oneErrandOfEachGroupIsHandedOutLongestDueFirst() {
    put(show(1), "a", 2);
    put(show(2), "a", 2);
    put(show(3), "b", 1);

    List<Outbox.Entry> leased = lease(5);

    assertThat(leased).extracting(Outbox.Entry::errand).containsExactly(show(3), show(1));
    assertThat(leased).extracting(Outbox.Entry::group).containsExactly("b", "a");
    assertThat(lease(5)).isEmpty();
  }

  @Test
  default void anUnfinishedErrandSaysWhereItStands() {
    put(show(1), "a", 0);
    Outbox.Unfinished waiting = unfinished(show(1));
    Outbox.Entry entry = lease(0).getFirst();
    Outbox.Unfinished running = unfinished(show(1));
    boolean again = store().write(books -> books.outbox().again(entry, after(9), "HTTP 503", true));
    Outbox.Unfinished tried = unfinished(show(1));

    assertThat(again).isTrue();
    assertThat(waiting.stage()).isEqualTo(Outbox.Stage.WAITING);
    assertThat(waiting.attempts()).isZero();
    assertThat(running.stage()).isEqualTo(Outbox.Stage.RUNNING);
    assertThat(tried)
        .isEqualTo(
            new Outbox.Unfinished(
                show(1).key(), Outbox.Stage.WAITING, 1, true, after(9), "HTTP 503"));
    assertThat(store().<Boolean>read(b -> b.outbox().unfinished("show:C-9").isEmpty())).isTrue();
  }

  private Outbox.Unfinished unfinished(Errand errand) {
    return store().read(books -> books.outbox().unfinished(errand.key()).orElseThrow());
  }

  @Test
  default void theNextOfAGroupFollowsWhenTheFirstIsDone() {
    put(show(1), "a", 0);
    put(show(2), "a", 0);

    assertThat(done(lease(0).getFirst())).isTrue();

    assertThat(lease(0)).extracting(Outbox.Entry::errand).containsExactly(show(2));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  default void aLeaseIsProlongedByItsHolderOnly() {
    put(show(1), "a", 0);
    Outbox.Entry first = lease(0).getFirst();

    assertThat(prolong(first, 70)).isTrue();
    assertThat(lease(69)).isEmpty();
    Outbox.Entry second = lease(70).getFirst();

    assertThat(prolong(first, 150)).isFalse();
    assertThat(done(first)).isFalse();
    assertThat(done(second)).isTrue();
  }

  @Test
  default void anErrandToBeTriedAgainHoldsItsGroupBackUntilThen() {
    put(show(1), "a", 0);
    put(show(2), "a", 0);

    assertThat(again(lease(0).getFirst(), 30, false)).isTrue();

    assertThat(lease(29)).isEmpty();
    Outbox.Entry again = lease(30).getFirst();
    assertThat(again.errand()).isEqualTo(show(1));
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.unsure()).isFalse();
  }

  @Test
  default void doubtIsRememberedUntilItIsSettled() {
    put(show(1), "a", 0);

    again(lease(0).getFirst(), 1, true);
    Outbox.Entry doubtful = lease(1).getFirst();
    again(doubtful, 2, false);
    Outbox.Entry settled = lease(2).getFirst();

    assertThat(doubtful.unsure()).isTrue();
    assertThat(settled.unsure()).isFalse();
  }

  @Test
  default void aLapsedLeaseLeavesDoubt() {
    put(show(1), "a", 0);
    Outbox.Entry lost = lease(0).getFirst();
    assertThat(lost.unsure()).isFalse();

    Outbox.Entry held = lease(60).getFirst();

    assertThat(held.unsure()).isTrue();
    assertThat(held.attempts()).isEqualTo(2);
    assertThat(done(lost)).isFalse();
    assertThat(again(lost, 70, false)).isFalse();
    assertThat(park(lost)).isFalse();
    assertThat(done(held)).isTrue();
  }

  @Test
  default void aParkedErrandIsListedAndItsGroupGoesOn() {
    put(show(1), "a", 0);
    put(show(2), "a", 0);

    assertThat(park(lease(3).getFirst())).isTrue();

    assertThat(reading(books -> books.outbox().parked(10)).result())
        .containsExactly(new Parked("show:C-1", "Show", "refused", after(3)));
    assertThat(waiting()).isEqualTo(1);
    assertThat(lease(3)).extracting(Outbox.Entry::errand).containsExactly(show(2));
  }

  @Test
  default void aRevivedErrandIsDueAgainAndCountsAnew() {
    put(show(1), "a", 0);
    park(lease(0).getFirst());

    assertThat(writing(books -> books.outbox().revive("show:C-1", after(5))).result()).isTrue();

    assertThat(lease(4)).isEmpty();
    assertThat(lease(5).getFirst().attempts()).isEqualTo(1);
    assertThat(writing(books -> books.outbox().revive("show:C-1", after(5))).result()).isFalse();
  }

  @Test
  default void errandsPutWithinOneWriteAreThereOnlyWhenItEnds() {
    long during =
        write(books -> {
          books.outbox().put(show(1), "a", T0);
          return Race.of(1, i -> waiting()).getFirst();
        });

    assertThat(during).isZero();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  default void eightCouriersCarryEachErrandOnceAndInTheOrderOfItsGroup() {
    for (int i = 0; i < 10; i++) for (String g : List.of("a", "b")) put(show(g, i), g, 0);

    List<Outbox.Entry> carried = new CopyOnWriteArrayList<>();
    Race.of(
        8,
        courier -> {
          while (waiting() > 0) {
            for (Outbox.Entry entry : lease(0)) {
              carried.add(entry);
              done(entry);
            }
          }
          return courier;
        });

    for (String g : List.of("a", "b")) {
      assertThat(carried.stream().filter(e -> e.group().equals(g)).map(Outbox.Entry::errand))
          .hasSize(10)
          .isSortedAccordingTo(Comparator.comparing(Errand::key));
    }
  }

  /** Sorted by key as by i, for i up to 9. */
  private static Errand show(String group, int i) {
    return show(group.charAt(0) * 10L + i);
  }

  static Errand show(long card) {
    return new Errand.Show(new PlacementId(card));
  }

  default void put(Errand errand, String group, long second) {
    change(books -> books.outbox().put(errand, group, after(second)));
  }

  default List<Outbox.Entry> lease(long second) {
    Instant now = after(second);
    return write(books -> books.outbox().lease(10, now, now.plusSeconds(60)));
  }

  default boolean done(Outbox.Entry entry) {
    return write(books -> books.outbox().done(entry));
  }

  default boolean park(Outbox.Entry entry) {
    return write(books -> books.outbox().park(entry, "refused"));
  }

  default boolean again(Outbox.Entry entry, long second, boolean unsure) {
    return write(books -> books.outbox().again(entry, after(second), "later", unsure));
  }

  private boolean prolong(Outbox.Entry entry, long second) {
    return write(books -> books.outbox().prolong(entry, after(second)));
  }

  private long waiting() {
    return read(books -> books.outbox().waiting());
  }
}
