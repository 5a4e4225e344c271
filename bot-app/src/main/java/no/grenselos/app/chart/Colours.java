package no.grenselos.app.chart;

import java.awt.Color;
import java.util.List;
import no.grenselos.chart.ChartPainter.Palette;

/**
 * What a palette looks like. Series differ in lightness, so that they are told apart without colour
 * too; each has at least 3:1 to the ground, words have 7:1 (WCAG 2.2, 1.4.11 and 1.4.6).
 */
record Colours(Color ground, Color words, Color grid, List<Color> series) {
  private static final Colours LIGHT =
      new Colours(
          colour(0xffffff),
          colour(0x1f2933),
          colour(0xd9dee3),
          List.of(colour(0x12355b), colour(0x0b7a7c), colour(0xc2740f), colour(0x8a6fb5)));

  private static final Colours DARK =
      new Colours(
          colour(0x14181d),
          colour(0xe8ecf0),
          colour(0x3a424b),
          List.of(colour(0x9cc9f5), colour(0x1fa3a5), colour(0xf2b661), colour(0x7d89d6)));

  static Colours of(Palette palette) {
    return switch (palette) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
    };
  }

  Color series(int nth) {
    return series.get(nth % series.size());
  }

  private static Color colour(int rgb) {
    return new Color(rgb);
  }
}
