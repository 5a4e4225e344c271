package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.expert.Colleague;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.store.Thanks.Back;
import no.grenselos.store.Thanks.Kind;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Thanks} promises. */
public interface ThanksContract extends StoreUnderTest {
  @Test
  default void anAnswerIsFoundByItsTicketItsThreadItsPostAndItsAuthor() {
    Answered first = answered("1", ANA, 10, "mastodon:t");
    Answered second = answered("2", BEN, 20, "mastodon:t");
    answered("3", ANA, 30, "mastodon:u");
    change(books -> books.thanks().posted(first.ticket(), id("900")));

    assertThat(reading(books -> books.thanks().of(first.ticket())).result()).contains(first);
    assertThat(reading(books -> books.thanks().ofPost(id("900"))).result()).contains(first);
    assertThat(reading(books -> books.thanks().ofPost(id("901"))).result()).isEmpty();
    assertThat(reading(books -> books.thanks().inConversation("mastodon:t")).result())
        .containsExactly(second, first);
    assertThat(reading(books -> books.thanks().by("ana", after(10), after(30))).result())
        .containsExactly(first);
  }

  @Test
  default void aLaterAnswerTakesThePlaceOfTheFirst() {
    Answered first = answered("1", ANA, 10, "mastodon:t");
    change(books -> books.thanks().posted(first.ticket(), id("900")));
    Answered later = new Answered(first.ticket(), BEN, after(60), "mastodon:t");
    change(books -> books.thanks().answered(later));

    assertThat(reading(books -> books.thanks().of(first.ticket())).result()).contains(later);
    assertThat(reading(books -> books.thanks().ofPost(id("900"))).result()).contains(later);
    change(books -> books.thanks().takeBack(first.ticket()));
    assertThat(reading(books -> books.thanks().of(first.ticket())).result()).isEmpty();
  }

  @Test
  default void whatCameBackIsNotedOnce() {
    TicketId ticket = answered("1", ANA, 10, "mastodon:t").ticket();
    Back thanks = new Back(ticket, Kind.THANKS, "mastodon:5", id("5"), after(20));
    Back like = new Back(ticket, Kind.OTHERS_LIKE, "mastodon:5", null, after(30));

    assertThat(writing(books -> books.thanks().came(thanks)).result()).isTrue();
    assertThat(writing(books -> books.thanks().came(thanks)).result()).isFalse();
    assertThat(writing(books -> books.thanks().came(like)).result()).isTrue();

    assertThat(reading(books -> books.thanks().backs(ticket)).result())
        .containsExactly(thanks, like);
    assertThat(reading(b -> b.thanks().backs("ana", after(20), after(30))).result())
        .containsExactly(thanks);
    assertThat(reading(b -> b.thanks().backs("ben", T0, after(99))).result()).isEmpty();
  }

  private Answered answered(String mention, Colleague by, long seconds, String conversation) {
    TicketId ticket = write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
    Answered answer = new Answered(ticket, by, after(seconds), conversation);
    change(books -> books.thanks().answered(answer));
    return answer;
  }
}
