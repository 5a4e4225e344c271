package no.grenselos.chart;

import java.util.Optional;

/**
 * Paints charts. Safe for many threads; takes some tens of milliseconds. What it gives is empty on
 * a machine that cannot paint letters, as one without fonts: say it in words then.
 */
public interface ChartPainter {
  /** Paints nothing. */
  ChartPainter NONE =
      new ChartPainter() {
        @Override
        public boolean able() {
          return false;
        }

        @Override
        public Optional<byte[]> png(Chart chart, Palette palette) {
          return Optional.empty();
        }

        @Override
        public Optional<String> svg(Chart chart, Palette palette) {
          return Optional.empty();
        }
      };

  /** Width of a picture in its own units; a PNG is 1024 dots wide, as chats take them. */
  int WIDTH = 640;

  /** Height of a picture in its own units. */
  int HEIGHT = 320;

  /** Whether this machine can paint; the first time it may take a second to find out. */
  boolean able();

  /** A PNG, below 60 kB. The same chart gives the same bytes. */
  Optional<byte[]> png(Chart chart, Palette palette);

  /** An SVG document without scripts, links and styles from elsewhere, below 60 kB. */
  Optional<String> svg(Chart chart, Palette palette);

  /** What it is seen on. */
  enum Palette {
    LIGHT,
    DARK
  }
}
