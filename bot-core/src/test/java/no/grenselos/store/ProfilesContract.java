package no.grenselos.store;

import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Level;
import no.grenselos.expert.Load;
import no.grenselos.expert.Profile;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Profiles} promise, and the ways other books are looked through for a person. */
public interface ProfilesContract extends StoreUnderTest {
  ExpertId ANA_ID = new ExpertId("ana");

  private static Profile whole(ExpertId id) {
    Choices.Times times =
        new Choices.Times(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 30), LocalTime.MAX);
    return new Profile(
        id,
        new Profile.Person(new Handle("slack", "U1"), HOSTILE.replace("\u0000", "")),
        new Profile.Proposal(
            Profile.Consent.ASKED, T0, Set.of(HEAT_PUMPS), Set.of(new TopicId("solar")), "Dina"),
        new Choices(
            Set.of(HEAT_PUMPS),
            Set.of("nb", "en"),
            times,
            ZoneId.of("America/New_York"),
            new Cap(2, 7),
            Level.ADVISE,
            Locale.of("nb"),
            new Choices.Digest(null),
            after(60),
            after(20)),
        new Profile.Seen(ZoneId.of("+02:00"), after(30), true),
        List.of(
            new Leave(Leave.Source.CALENDAR, after(100), after(200)),
            new Leave(Leave.Source.FILE, T0, after(300))),
        0);
  }

  @Test
  default void profileIsKeptWhole() {
    assertThat(writing(books -> books.profiles().save(whole(ANA_ID))).result()).isTrue();

    Profile kept = read(books -> books.profiles().find(ANA_ID)).orElseThrow();
    assertThat(kept.version()).isPositive();
    assertThat(kept.numbered(0).choices()).isEqualTo(whole(ANA_ID).choices());
    assertThat(kept.seen()).isEqualTo(whole(ANA_ID).seen());
    assertThat(kept.leaves()).isEqualTo(whole(ANA_ID).leaves());
    assertThat(kept.proposal()).isEqualTo(whole(ANA_ID).proposal());
    assertThat(reading(books -> books.profiles().find(new ExpertId("ben"))).result()).isEmpty();
  }

  @Test
  default void profileOfSomebodyWhoChoseNothingIsKeptSo() {
    Profile silent = Profile.of(ANA_ID, T0);
    change(books -> books.profiles().save(silent));

    Profile kept = read(books -> books.profiles().find(ANA_ID)).orElseThrow();
    assertThat(kept.numbered(0)).isEqualTo(silent);
  }

  @Test
  default void profileChangedMeanwhileIsNotOverwritten() {
    change(books -> books.profiles().save(Profile.of(ANA_ID, T0)));
    Profile read = read(books -> books.profiles().find(ANA_ID)).orElseThrow();
    change(books -> books.profiles().save(read.with(Choices.NONE.cap(new Cap(1, 2)))));

    assertThat(
            writing(books -> books.profiles().save(read.with(Choices.NONE.cap(new Cap(9, 9)))))
                .result())
        .isFalse();
    assertThat(writing(books -> books.profiles().save(Profile.of(ANA_ID, T0))).result()).isFalse();
    assertThat(read(books -> books.profiles().find(ANA_ID)).orElseThrow().choices().cap())
        .isEqualTo(new Cap(1, 2));
  }

  @Test
  default void changesAreFoundByTheirNumber() {
    assertThat(reading(books -> books.profiles().version()).result()).isZero();
    change(books -> books.profiles().save(Profile.of(ANA_ID, T0)));
    long first = read(books -> books.profiles().version());
    change(books -> books.profiles().save(Profile.of(new ExpertId("ben"), T0)));
    Profile ana = read(books -> books.profiles().find(ANA_ID)).orElseThrow();
    change(books -> books.profiles().save(ana.with(Choices.NONE.cap(new Cap(1, 1)))));

    List<Profile> since = read(books -> books.profiles().since(first));

    assertThat(since).extracting(profile -> profile.id().id()).containsExactly("ben", "ana");
    assertThat(since.getLast().version())
        .isEqualTo(reading(books -> books.profiles().version()).result());
  }

  @Test
  default void oneOf8ThreadsKeepsAProfileAndNoneOfTwoPeopleIsLost() {
    assertThat(
            Race.of(8, i -> store().write(books -> books.profiles().save(Profile.of(ANA_ID, T0)))))
        .containsOnlyOnce(true);

    assertThat(
            Race.of(
                8,
                i ->
                    store()
                        .write(
                            books -> books.profiles().save(Profile.of(new ExpertId("e" + i), T0)))))
        .containsOnly(true);
    assertThat(reading(books -> books.profiles().since(0)).result()).hasSize(9);
  }

  @Test
  default void goneAndBackIsNotedOnceEach() {
    assertThat(writing(books -> books.profiles().gone(ANA_ID, false, T0)).result()).isFalse();
    assertThat(writing(books -> books.profiles().gone(ANA_ID, true, T0)).result()).isTrue();
    assertThat(writing(books -> books.profiles().gone(ANA_ID, true, T0)).result()).isFalse();
    assertThat(writing(books -> books.profiles().gone(ANA_ID, false, T0)).result()).isTrue();
  }

  @Test
  default void offerThatWasNeverSeenGivesItsNumberBack() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    OfferId unseen = offer("1", day, 1);
    change(books -> books.offers().end(unseen, OfferEnd.AWAY, after(1)));

    assertThat(reading(books -> books.offers().load(ANA_ID, day)).result()).isEqualTo(Load.NONE);
    OfferId seen = offer("2", day, 1);
    change(books -> books.offers().end(seen, OfferEnd.LAPSED, after(1)));
    assertThat(reading(books -> books.offers().load(ANA_ID, day)).result())
        .isEqualTo(new Load(1, 1));
  }

  private OfferId offer(String mention, LocalDate day, int nth) {
    return write(
            books -> {
              TicketId ticket = books.tickets().open(draft(mention)).orElseThrow().id();
              return books.offers().make(ticket, ANA_ID, T0, after(60), day, nth);
            })
        .orElseThrow()
        .id();
  }

  @Test
  default void newestTicketsOnATopicComeFirst() {
    for (String id : List.of("1", "2", "3")) change(books -> books.tickets().open(draft(id)));

    assertThat(reading(books -> books.tickets().on(HEAT_PUMPS, 2)).result())
        .extracting(ticket -> ticket.mention().id())
        .containsExactly("3", "2");
    assertThat(reading(books -> books.tickets().on(new TopicId("bees"), 2)).result()).isEmpty();
  }

  @Test
  default void newestCardsInAPlaceComeFirst() {
    Place direct = new Place.Direct(new Handle("slack", "U1"));
    for (String id : List.of("a", "b", "c", "d")) {
      Subject subject = new Subject.Thing("board", id);
      Placement.Role role = Placement.Role.OTHER;
      change(books ->
          books
              .placements()
              .make(new Placement.Draft(subject, direct, role, null, Locale.of("nb"), T0)));
    }
    Placement newest = read(books -> books.placements().in(direct, 1)).getFirst();
    change(books -> books.placements().lost(newest.id()));

    assertThat(reading(books -> books.placements().in(direct, 2)).result())
        .extracting(card -> card.subject().toString())
        .containsExactly("board:c", "board:b");
    Place other = new Place.Direct(new Handle("slack", "U2"));
    assertThat(reading(books -> books.placements().in(other, 2)).result()).isEmpty();
  }
}
