package no.grenselos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.reading.Language;
import org.junit.jupiter.api.Test;

class KeptTest {
  private static final Colleague ANA = new Colleague("ana", "Ana");

  @Test
  void theHandlesATextOpensWithAreNotKept() {
    assertThat(draft("@kari@mastodon.example @ola: Ta ned varmen. @lyngheia vet mer.").text())
        .isEqualTo("Ta ned varmen. @lyngheia vet mer.");
    assertThat(draft("  Ta ned varmen.\n").text()).isEqualTo("Ta ned varmen.");
  }

  @Test
  void aTextOfHandlesAloneIsNoText() {
    assertThatThrownBy(() -> draft("@kari @ola ")).hasMessage("text to keep is empty");
    assertThatThrownBy(() -> draft("a".repeat(20_001))).hasMessageContaining("at most 20000");
  }

  @Test
  void anIdIsReadAsItIsWritten() {
    assertThat(KeptId.parse("K-12")).isEqualTo(new KeptId(12)).hasToString("K-12");
    assertThatThrownBy(() -> KeptId.parse("K-0")).hasMessageContaining("must be as K-12");
    assertThatThrownBy(() -> KeptId.parse("12")).hasMessageContaining("must be as K-12");
  }

  @Test
  void aTextIsFoundByItsFormsAndByWhatIsTypedOfThem() {
    var forms = draft("Varmepumpa bråker, se https://x.example/filter").lookupWords();

    assertThat(forms).contains("varmepumpa", "varmepump").doesNotContain("filter");
    assertThat(LookupWord.of("varmepumper", 5).getFirst().in(forms)).isTrue();
    assertThat(LookupWord.of("brå", 5).getFirst().in(forms)).isTrue();
    assertThat(LookupWord.of("br", 5).getFirst().in(forms)).isFalse();
    assertThat(LookupWord.of("og the", 5)).isEmpty();
    assertThat(LookupWord.of("en to tre fire fem to", 2)).hasSize(2);
  }

  private static Kept.Draft draft(String text) {
    return new Kept.Draft(
        ANA,
        List.of(),
        new Language("nb"),
        text,
        new Source(Source.Kind.MESSAGE, "", null, null, "e1"),
        Instant.EPOCH);
  }
}
