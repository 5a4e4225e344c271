package no.grenselos.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter.Palette;
import no.grenselos.chat.Png;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class ChartsTest {
  private static final Locale NB = Locale.of("nb");
  private static final String HOSTILE =
      "</text><script>alert(1)</script>\u0000\u202E\uD83D & \" ' ]]> æøå 👩‍🔬 <!ENTITY x>";

  private final Charts charts = new Charts();

  private byte[] png(Chart chart, Palette palette) {
    return charts.png(chart, palette).orElseThrow();
  }

  private String svg(Chart chart, Palette palette) {
    return charts.svg(chart, palette).orElseThrow();
  }

  private static Chart chart(Chart.Kind kind, int labels, int series, String name) {
    return new Chart(
        kind,
        "Innlegg og svar " + name,
        "innlegg",
        IntStream.range(0, labels).mapToObj(i -> "uke " + (i + 1) + name).toList(),
        IntStream.range(0, series)
            .mapToObj(s ->
                new Chart.Series(
                    "rad " + s + name,
                    IntStream.range(0, labels).mapToObj(i -> (i * 7.0 + s * 5) % 23).toList()))
            .toList(),
        NB);
  }

  @ParameterizedTest
  @EnumSource(Chart.Kind.class)
  void aYearIsOnePictureOfItsSizeUnderSixtyKilobytesInBothPalettes(Chart.Kind kind)
      throws Exception {
    for (Palette palette : Palette.values()) {
      byte[] png = png(chart(kind, 53, 3, ""), palette);

      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      assertThat(Png.of(png).width()).isEqualTo(image.getWidth()).isEqualTo(1024);
      assertThat(image.getHeight()).isEqualTo(512);
      assertThat(png).hasSizeLessThan(60_000);
      assertThat(svg(chart(kind, 53, 3, ""), palette).getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThan(60_000);
      keep(kind + "-" + palette, png);
    }
  }

  /** For people to look at. */
  private static void keep(String name, byte[] png) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "charts"));
    Files.write(folder.resolve(name + ".png"), png);
  }

  @ParameterizedTest
  @EnumSource(Chart.Kind.class)
  void theSameChartGivesTheSameBytes(Chart.Kind kind) {
    Chart chart = chart(kind, 5, 3, "");

    assertThat(png(chart, Palette.LIGHT)).isEqualTo(png(chart, Palette.LIGHT));
    assertThat(svg(chart, Palette.DARK)).isEqualTo(svg(chart, Palette.DARK));
    assertThat(png(chart, Palette.LIGHT)).isNotEqualTo(png(chart, Palette.DARK));
  }

  @ParameterizedTest
  @EnumSource(Chart.Kind.class)
  void hostileNamesAreLettersAndNothingElse(Chart.Kind kind) throws Exception {
    Chart chart = chart(kind, 3, 2, HOSTILE);

    String svg = svg(chart, Palette.LIGHT);

    DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document read =
        parsers
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).doesNotContain("<script", "http://127", "xlink:href=\"http");
    assertThat(png(chart, Palette.LIGHT)).isNotEmpty();
  }

  @Test
  void lettersStayLettersWithNorwegianOnes() {
    assertThat(svg(chart(Chart.Kind.BARS, 2, 1, " æøå"), Palette.LIGHT))
        .contains(">Innlegg og svar æøå</title")
        .contains(">uke 1 æøå</text")
        .contains("<text");
  }

  @Test
  void nothingButZeroesIsAPictureToo() {
    Chart flat =
        new Chart(
            Chart.Kind.LINES,
            "",
            "",
            List.of("a", "b"),
            List.of(new Chart.Series("x", List.of(0.0, 0.0))),
            Locale.ENGLISH);

    assertThat(png(flat, Palette.LIGHT)).isNotEmpty();
  }

  @Test
  void aChartWithAHoleOrWithoutEndIsRefused() {
    Chart.Series short_ = new Chart.Series("x", List.of(1.0));
    assertThatThrownBy(
            () -> new Chart(Chart.Kind.BARS, "", "", List.of("a", "b"), List.of(short_), NB))
        .hasMessageContaining("1 values for 2 labels");
    assertThatThrownBy(() -> new Chart.Series("x", List.of(Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> new Chart(Chart.Kind.BARS, "", "", Collections.nCopies(500, "a"), List.of(), NB))
        .hasMessageContaining("500 labels");
  }
}
