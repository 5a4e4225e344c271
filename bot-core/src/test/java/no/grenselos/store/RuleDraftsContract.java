package no.grenselos.store;

import static no.grenselos.store.Samples.ANA_IN_SLACK;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import org.junit.jupiter.api.Test;

/** What {@link RuleDrafts} promises. */
public interface RuleDraftsContract extends StoreUnderTest {
  @Test
  default void aDraftIsKeptAsItWasAndEndsOnce() {
    ChatEvent event =
        new ChatEvent(
            "e1",
            ANA_IN_SLACK,
            new ChatEvent.On.About(new Subject.Thing("route", "12.3")),
            new RuleAction.WriteRule("route:12.3", Map.of("name", HOSTILE), 3, "why"),
            T0);

    long number = store().write(books -> books.ruleDrafts().keep(event));
    long other = store().write(books -> books.ruleDrafts().keep(event));

    assertThat(reading(books -> books.ruleDrafts().find(number)).result())
        .contains(new RuleDrafts.Draft(number, event, null));
    assertThat(store().<Boolean>write(books -> books.ruleDrafts().end(number, after(5)))).isTrue();
    assertThat(store().<Boolean>write(books -> books.ruleDrafts().end(number, after(6)))).isFalse();
    assertThat(reading(books -> books.ruleDrafts().find(number)).result().orElseThrow().endedAt())
        .isEqualTo(after(5));
    assertThat(reading(books -> books.ruleDrafts().find(other)).result().orElseThrow().endedAt())
        .isNull();
    assertThat(reading(books -> books.ruleDrafts().find(99)).result()).isEmpty();
  }
}
