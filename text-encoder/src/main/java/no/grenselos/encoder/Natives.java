package no.grenselos.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the two libraries find a place for their native code and stay off the network.
 *
 * <p>DJL copies its native code to {@code DJL_CACHE_DIR} or {@code ~/.djl.ai} and, where neither
 * can be written, to a folder of a known name under {@code java.io.tmpdir}, where any local user
 * could lay another library ready; such a place we make ourselves. It never downloads for the
 * flavour "cpu", which {@code ai.djl.offline} chooses. ONNX Runtime copies to a fresh folder under
 * {@code java.io.tmpdir}, or loads from {@code onnxruntime.native.path}.
 */
final class Natives {
  private static final String CACHE = "DJL_CACHE_DIR";

  private static volatile @Nullable Path made;

  private Natives() {}

  /** To be called before the first use of DJL. Sets system properties that only DJL reads. */
  static void prepare() throws IOException {
    if (System.getProperty("ai.djl.offline") == null) System.setProperty("ai.djl.offline", "true");
    if (chosen(CACHE) || chosen("ENGINE_CACHE_DIR")) return;
    Path home = Path.of(System.getProperty("user.home", ""));
    Path usual = home.resolve(".djl.ai");
    if (Files.isWritable(Files.exists(usual) ? usual : home)) return;
    Path own = Files.createTempDirectory("grenselos-encoder");
    System.setProperty(CACHE, own.toString());
    made = own;
  }

  /** To be called after the first use: what was copied to a place we made goes when we go. */
  static void loaded() throws IOException {
    Path own = made;
    if (own == null) return;
    made = null;
    try (Stream<Path> copied = Files.walk(own)) {
      copied.forEach(path -> path.toFile().deleteOnExit()); // the last named is deleted first
    }
  }

  /** What to do when native code could not be loaded. */
  static String advice() {
    return "; native code is copied to "
        + System.getProperty(CACHE, System.getProperty("user.home") + "/.djl.ai")
        + " and "
        + System.getProperty("java.io.tmpdir")
        + ": both must be writable, and not mounted noexec (choose others with -DDJL_CACHE_DIR and"
        + " -Djava.io.tmpdir); or set \"encoder: none\" in grenselos.yml";
  }

  private static boolean chosen(String name) {
    return System.getenv(name) != null || System.getProperty(name) != null;
  }
}
