package no.grenselos.app.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the page, high enough for what it is to show. Only taken with the property {@code
 * screenshots} set to a folder.
 *
 * @param shows a card or a dialog
 */
record Picture(Page page, Locator shows) {
  /** Of the page above and below a card. */
  private static final int AROUND = 270;

  private static final int LOWEST = 720;
  private static final int HIGHEST = 1100;

  void save(String name) {
    String folder = System.getProperty("screenshots", "");
    if (folder.isEmpty()) return;
    // what the bot said to a press lies above the page for a while
    page.waitForCondition(() -> page.getByTestId("toast").count() == 0);
    ViewportSize before = page.viewportSize();
    double needed = height(shows) + pinned() + AROUND;
    page.setViewportSize(before.width, (int) Math.clamp(needed, LOWEST, HIGHEST));
    page.evaluate("document.activeElement?.blur()");
    page.mouse().move(0, 0);
    shows.scrollIntoViewIfNeeded();
    write(page.screenshot(), Path.of(folder, name + ".png"));
    page.setViewportSize(before.width, before.height);
  }

  /** It has none for the moment in which it is drawn anew. */
  private double height(Locator card) {
    AtomicReference<@Nullable BoundingBox> box = new AtomicReference<>();
    page.waitForCondition(() -> {
      box.set(card.boundingBox());
      return box.get() != null;
    });
    return Objects.requireNonNull(box.get()).height;
  }

  private double pinned() {
    Locator pinned = page.getByTestId("pinned-card");
    return pinned.isVisible() ? height(pinned) : 0;
  }

  /** The browser is quick at writing pictures and does not make them small. */
  private static void write(byte[] png, Path file) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (OutputStream to = Files.newOutputStream(file);
        ImageOutputStream out = ImageIO.createImageOutputStream(to)) {
      BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
      BufferedImage plain =
          new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      plain.createGraphics().drawImage(whole, 0, 0, null);
      ImageWriteParam small = writer.getDefaultWriteParam();
      small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      small.setCompressionQuality(0);
      writer.setOutput(out);
      writer.write(null, new IIOImage(plain, null, null), small);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
