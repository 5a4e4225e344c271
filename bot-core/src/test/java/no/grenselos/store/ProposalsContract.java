package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Proposal.Verdict;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Proposals} promises. */
public interface ProposalsContract extends StoreUnderTest {
  @Test
  default void aProposalIsFoundWithItsVerdict() {
    Proposal first = propose("1");
    Proposal second = propose(first.ticket());
    Verdict verdict = new Verdict(Verdict.What.RETURNED, BEN, HOSTILE, first.answer(), after(60));

    assertThat(reading(b -> b.proposals().of(first.ticket())).result())
        .containsExactly(first, second);
    assertThat(decide(first.answer(), verdict)).isTrue();

    Proposal kept = read(b -> b.proposals().find(first.answer())).orElseThrow();
    assertThat(kept).isEqualTo(first.decided(verdict));
    assertThat(kept.waits()).isFalse();
    assertThat(reading(b -> b.proposals().find(second.answer())).result()).contains(second);
    assertThat(reading(b -> b.proposals().find(new AnswerId(99))).result()).isEmpty();
  }

  @Test
  default void theFirstVerdictStands() {
    Proposal one = propose("1");
    Verdict yes = new Verdict(Verdict.What.APPROVED, ANA, "", one.answer(), T0);
    Verdict no = new Verdict(Verdict.What.RETURNED, BEN, "no", one.answer(), T0);

    assertThat(decide(one.answer(), yes)).isTrue();
    assertThat(decide(one.answer(), no)).isFalse();
    assertThat(decide(new AnswerId(99), no)).isFalse();

    assertThat(read(b -> b.proposals().find(one.answer())).orElseThrow().verdict()).isEqualTo(yes);
  }

  @Test
  default void oneOf16ThreadsDecides() {
    Proposal one = propose("1");
    Verdict yes = new Verdict(Verdict.What.APPROVED, ANA, "", one.answer(), T0);

    assertThat(Race.of(16, i -> decide(one.answer(), yes))).containsOnlyOnce(true);
  }

  private Proposal propose(String mention) {
    Ticket ticket = write(books -> books.tickets().open(draft(mention))).orElseThrow();
    return propose(ticket.id());
  }

  private Proposal propose(TicketId ticket) {
    return write(books -> {
      Answer answer = books.answers().write(ticket, ANA, "text", T0);
      Proposal made =
          new Proposal(answer.id(), ticket, Proposal.Kind.APPROVAL, ANA, HOSTILE, T0, null);
      books.proposals().add(made);
      return made;
    });
  }

  private boolean decide(AnswerId answer, Verdict verdict) {
    return write(books -> books.proposals().decide(answer, verdict));
  }
}
