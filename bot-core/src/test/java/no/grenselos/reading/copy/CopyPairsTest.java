package no.grenselos.reading.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyPairsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void generatedCopiesAreFoundAmongPostsWithTheSameOpenings(long seed) {
    CopyPairs pairs = CopyPairs.of(new CopyMaker(seed).posts(600));

    assertThat(pairs.precision()).isGreaterThanOrEqualTo(0.96);
    assertThat(pairs.recall()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void theSamePostsInTheSameOrderGiveTheSameGroups() {
    List<CopyPairs.Post> posts = new CopyMaker(4).posts(200);

    assertThat(CopyPairs.of(posts)).isEqualTo(CopyPairs.of(posts));
  }

  @Test
  void pairsAreCountedWithinGroupsFoundAndReal() {
    String one = "Fergen fra Moss går ikke i dag, sier havnesjefen på radioen";
    String other = "Hvem har funnet en rød lue på lekeplassen ved skolen vår?";

    CopyPairs pairs =
        CopyPairs.of(
            List.of(
                new CopyPairs.Post("a", one),
                new CopyPairs.Post("a", one),
                new CopyPairs.Post("b", one),
                new CopyPairs.Post("b", other)));

    assertThat(pairs.leaders()).containsExactly(0, 0, 0, 3);
    assertThat(pairs.precision()).isEqualTo(1 / 3.0);
    assertThat(pairs.recall()).isEqualTo(1 / 2.0);
    assertThat(pairs.posts()).isEqualTo(4);
  }

  @Test
  void withoutPairsNothingIsWrong() {
    assertThat(CopyPairs.of(List.of())).isEqualTo(new CopyPairs(1, 1, 0, List.of()));
  }
}
