package no.grenselos.app.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints charts with JFreeChart, without a screen. Letters are the machine's own fonts; where it
 * has none, it says so once in the log, and nothing is painted.
 */
public final class Charts implements ChartPainter {
  private static final Logger LOG = LoggerFactory.getLogger(Charts.class);

  /** Dots of a PNG to each of the chart's, so that it is sharp on a fine screen; no more fit. */
  private static final double SCALE = 1.6;

  private final AtomicBoolean proven = new AtomicBoolean();
  private final AtomicBoolean unable = new AtomicBoolean();

  public Charts() {
    System.setProperty("java.awt.headless", "true");
  }

  @Override
  public boolean able() {
    if (proven.get()) return true;
    Chart.Series one = new Chart.Series("1", List.of(1.0));
    Chart trial = new Chart(Chart.Kind.BARS, "1", "", List.of("1"), List.of(one), Locale.ROOT);
    return png(trial, Palette.LIGHT).isPresent();
  }

  @Override
  public Optional<byte[]> png(Chart chart, Palette palette) {
    return painted(() -> encoded(FewColours.of(dots(chart, palette), Colours.of(palette))));
  }

  @Override
  public Optional<String> svg(Chart chart, Palette palette) {
    return painted(() -> {
      Vectors vectors = new Vectors(chart.title());
      draw(chart, palette, vectors.graphics());
      return vectors.text();
    });
  }

  /** The JDK says in many ways, none of which it documents, that it has no fonts. */
  private <T> Optional<T> painted(Supplier<T> painter) {
    if (unable.get()) return Optional.empty();
    try {
      T picture = painter.get();
      proven.set(true);
      return Optional.of(picture);
    } catch (RuntimeException | Error e) {
      if (e instanceof OutOfMemoryError full) throw full;
      if (proven.get()) LOG.warn("chart not painted", e);
      else noFonts(e);
      return Optional.empty();
    }
  }

  private void noFonts(Throwable e) {
    if (unable.getAndSet(true)) return;
    LOG.warn(
        "charts left out, nothing can be painted here: install fontconfig and a font, as"
            + " fonts-dejavu-core",
        e);
  }

  private static BufferedImage dots(Chart chart, Palette palette) {
    BufferedImage image =
        new BufferedImage(
            (int) (WIDTH * SCALE), (int) (HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    draw(chart, palette, graphics);
    graphics.dispose();
    return image;
  }

  private static byte[] encoded(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam small = writer.getDefaultWriteParam();
    small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    small.setCompressionQuality(0);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), small);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static void draw(Chart chart, Palette palette, Graphics2D graphics) {
    Drawing.of(chart, Colours.of(palette))
        .draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }
}
