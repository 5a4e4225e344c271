package no.grenselos.chat.teams;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Draws the app's two pictures: the border, outside on the left, inside on the right, and the path
 * across it. They lie among the resources, so that no Java at a customer's needs to draw; whoever
 * changes the drawing runs {@link #main} and copies them there.
 */
final class AppPictures {
  private static final Color OUTSIDE = new Color(0x1F4D4A);
  private static final Color INSIDE = new Color(0x2F6F66);
  private static final Color BORDER = new Color(0xF4EBDD);
  private static final Color WAY = new Color(0xF2C14E);

  private AppPictures() {}

  /**
   * @param folder where {@code color.png} and {@code outline.png} are written
   */
  public static void main(String... folder) throws IOException {
    ImageIO.write(color(), "png", new File(folder[0], TeamsManifest.COLOR));
    ImageIO.write(outline(), "png", new File(folder[0], TeamsManifest.OUTLINE));
  }

  /** Full colour, to the edges: 192 wide and high. */
  static BufferedImage color() {
    BufferedImage image = new BufferedImage(192, 192, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = pen(image);
    g.setColor(OUTSIDE);
    g.fillRect(0, 0, 96, 192);
    g.setColor(INSIDE);
    g.fillRect(96, 0, 96, 192);
    draw(g, 6, BORDER, WAY);
    g.dispose();
    return image;
  }

  /** White on nothing: 32 wide and high. */
  static BufferedImage outline() {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = pen(image);
    draw(g, 1, Color.WHITE, Color.WHITE);
    g.dispose();
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        // what is half covered stays pure white and is half seen
        image.setRGB(x, y, (image.getRGB(x, y) & 0xFF000000) | 0xFFFFFF);
      }
    }
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /** Drawn on a field of 32, that much larger. */
  private static void draw(Graphics2D g, int scale, Color border, Color way) {
    g.scale(scale, scale);
    g.setColor(border);
    float[] posts = {2.6f, 3.1f};
    g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, posts, 0));
    g.draw(new Line2D.Float(16, 3, 16, 29));
    Path2D path = new Path2D.Float();
    path.moveTo(5, 24);
    path.curveTo(13, 25, 10, 16, 16, 16);
    path.curveTo(22, 16, 18, 8, 25, 8);
    g.setColor(way);
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
    g.fill(new Ellipse2D.Float(22.4f, 5.4f, 5.2f, 5.2f));
  }
}
