package no.grenselos.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import no.grenselos.insight.Cell;
import no.grenselos.insight.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final Table TABLE =
      new Table(
          "goals",
          "By goal",
          List.of("Goal", "Posts", "Sum", "Median", "Share", "None"),
          List.of(
              List.of(
                  Cell.words("Selge; \"mer\", æøå\nto linjer"),
                  Cell.number(1234),
                  new Cell.Amount(new BigDecimal("67.5")),
                  new Cell.Time(Duration.ofMinutes(90)),
                  Cell.share(2, 3),
                  Cell.share(0, 0))));

  @Test
  void norwegianSheetsGetSemicolonsAndADecimalComma() {
    assertThat(CsvFile.of(TABLE, Locale.of("nb")))
        .isEqualTo(
            "\uFEFFGoal;Posts;Sum;Median;Share;None\r\n"
                + "\"Selge; \"\"mer\"\", æøå\nto linjer\";1234;67,5;90;67;\r\n");
  }

  @Test
  void englishSheetsGetCommasAndADecimalPoint() {
    assertThat(CsvFile.of(TABLE, Locale.ENGLISH))
        .isEqualTo(
            "\uFEFFGoal,Posts,Sum,Median,Share,None\r\n"
                + "\"Selge; \"\"mer\"\", æøå\nto linjer\",1234,67.5,90,67,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+47 99",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =cmd|' /C calc'!A0",
        "＝1+1",
        "=HYPERLINK(\"http://x\")"
      })
  void whatASheetMightReckonWithIsText(String hostile) {
    Table table = new Table("x", hostile, List.of(hostile), List.of(List.of(Cell.words(hostile))));

    for (Locale locale : List.of(Locale.ENGLISH, Locale.of("nb"))) {
      String csv = CsvFile.of(table, locale).substring(1);
      String quoted = hostile.replace("\"", "\"\"");
      assertThat(csv)
          .isIn(
              "'" + hostile + "\r\n'" + hostile + "\r\n",
              "\"'" + quoted + "\"\r\n\"'" + quoted + "\"\r\n");
    }
  }

  @Test
  void ordinaryWordsStayAsTheyAre() {
    Table table = new Table("x", "", List.of("a"), List.of(List.of(Cell.words("Kari-Anne + 2"))));

    assertThat(CsvFile.of(table, Locale.ENGLISH)).isEqualTo("\uFEFFa\r\nKari-Anne + 2\r\n");
  }
}
