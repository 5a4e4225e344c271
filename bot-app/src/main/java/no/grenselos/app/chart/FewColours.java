package no.grenselos.app.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paints a picture over with a few colours: its own, and steps between each and the ground for soft
 * edges. It is a third of the size then, and nobody sees it.
 */
final class FewColours {
  private static final int STEPS = 8;

  private final int[] palette;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private FewColours(Colours colours) {
    List<Color> inks = new ArrayList<>(colours.series());
    inks.add(colours.words());
    inks.add(colours.grid());
    palette = new int[inks.size() * STEPS + 1];
    palette[0] = colours.ground().getRGB() & 0xffffff;
    for (int ink = 0; ink < inks.size(); ink++) {
      for (int step = 1; step <= STEPS; step++) {
        palette[ink * STEPS + step] = between(palette[0], inks.get(ink).getRGB(), step);
      }
    }
  }

  static BufferedImage of(BufferedImage picture, Colours colours) {
    return new FewColours(colours).painted(picture);
  }

  private BufferedImage painted(BufferedImage picture) {
    int width = picture.getWidth();
    IndexColorModel colours =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage painted =
        new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    int[] dots = new int[width];
    int last = -1;
    int index = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, dots, 0, width);
      for (int x = 0; x < width; x++) {
        if (dots[x] != last) {
          last = dots[x];
          index = nearest.computeIfAbsent(last & 0xffffff, this::nearest);
        }
        dots[x] = index;
      }
      painted.getRaster().setPixels(0, y, width, 1, dots);
    }
    return painted;
  }

  private int nearest(int rgb) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], rgb) < distance(palette[best], rgb)) best = i;
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
    int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
    int blue = (one & 0xff) - (other & 0xff);
    return red * red + green * green + blue * blue;
  }

  private static int between(int ground, int ink, int step) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = ground >> shift & 0xff;
      int to = ink >> shift & 0xff;
      mixed |= (from + (to - from) * step / STEPS) << shift;
    }
    return mixed;
  }
}
