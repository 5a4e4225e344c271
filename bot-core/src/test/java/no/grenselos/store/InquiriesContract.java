package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.ANA_IN_SLACK;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.expert.ExpertId;
import org.junit.jupiter.api.Test;

/** What {@link Inquiries} promises. */
public interface InquiriesContract extends StoreUnderTest {
  @Test
  default void aColleaguesQuestionIsKeptAsItWasAsked() {
    Inquiries.Draft draft = inquiry("Why does it hum?");

    Inquiries.Inquiry kept = store().write(books -> books.inquiries().ask(draft));
    Inquiries.Inquiry other = store().write(books -> books.inquiries().ask(draft));

    assertThat(kept.draft()).isEqualTo(draft);
    assertThat(kept.reply()).isNull();
    assertThat(other.number()).isNotEqualTo(kept.number());
    assertThat(reading(books -> books.inquiries().find(kept.number())).result()).contains(kept);
    assertThat(reading(books -> books.inquiries().find(99)).result()).isEmpty();
  }

  @Test
  default void theFirstReplyCounts() {
    long number = store().write(b -> b.inquiries().ask(inquiry("Why does it hum?"))).number();
    Inquiries.Reply first = new Inquiries.Reply(ANA, "A loose panel.", after(5));

    boolean kept = store().write(books -> books.inquiries().end(number, first));
    boolean keptAgain =
        store()
            .write(books -> books.inquiries().end(number, new Inquiries.Reply(BEN, "", after(6))));

    assertThat(kept).isTrue();
    assertThat(keptAgain).isFalse();
    assertThat(reading(books -> books.inquiries().find(number)).result().orElseThrow().reply())
        .isEqualTo(first);
  }

  private static Inquiries.Draft inquiry(String text) {
    return new Inquiries.Draft(
        ANA_IN_SLACK, new ExpertId("ben"), text, "https://chat.example/archives/C1/p1", T0);
  }
}
