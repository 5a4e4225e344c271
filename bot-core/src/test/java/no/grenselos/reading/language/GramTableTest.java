package no.grenselos.reading.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramTableTest {
  @Test
  void numbersGramsInTheOrderTheyCame() {
    List<String> grams =
        List.of("a", "\0a", "\0\0a", "\0", "ab", "ba", "abc", "\uffff\uffff\uffff");
    GramTable table = new GramTable(grams.size());
    grams.forEach(table::add);

    assertThat(grams.stream().map(table::find)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(table.size()).isEqualTo(8);
  }

  @Test
  void findsAllOfManyAndNothingElse() {
    GramTable table = new GramTable(100_000);
    List<String> grams = IntStream.range(0, 100_000).mapToObj(GramTableTest::gram).toList();
    grams.forEach(table::add);

    assertThat(grams).allSatisfy(gram -> assertThat(gram(table.find(gram))).isEqualTo(gram));
    assertThat(table.find(gram(100_000))).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abcd"})
  void otherLengthsAreInNoTable(String gram) {
    GramTable table = new GramTable(1);

    assertThat(table.find(gram)).isEqualTo(-1);
    assertThatThrownBy(() -> table.add(gram)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String gram(int number) {
    return "" + (char) (number / 1000) + (char) (number % 1000) + "g";
  }
}
