package no.grenselos.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import org.junit.jupiter.api.Test;

class MeaningsTest {
  private final FakeEncoder encoder = new FakeEncoder();
  private final Meanings meanings = new Meanings(new Gloss(Lexicon.ours()), Optional.of(encoder));

  @Test
  void aTextIsEncodedOnceAndSoIsOneThatDiffersInItsLinks() {
    meanings.of(List.of("my heat pump hums", "my heat pump hums https://a.example/1"));
    meanings.of("my heat pump hums");

    assertThat(encoder.asked()).isEqualTo(1);
  }

  @Test
  void aFailingEncoderLeavesTheWordsAndIsAskedAgain() {
    encoder.fail(true);
    assertThat(meanings.of("my heat pump hums").vector()).isEmpty();

    encoder.fail(false);
    assertThat(meanings.of("my heat pump hums").vector()).hasSize(64);
  }

  @Test
  void anEmojiIsNotCutInHalves() {
    String text = "a".repeat(1_999) + "😀".repeat(10);

    assertThat(meanings.of(text).english()).hasSize(1_999);
  }
}
