package no.grenselos.app.config;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Configurations among the test resources. */
final class Samples {
  static final Known KNOWN =
      new Known(
          Set.of("sqlite", "postgres"),
          Set.of("slack", "teams"),
          Set.of("mastodon", "rss"),
          Set.of("bge-small", "onnx"),
          Set.of("kafka"));

  private Samples() {}

  /** A small good configuration, shown as {@code config}. */
  static ConfigFiles base() {
    return new ConfigFiles("config", ConfigFiles.read(folder("base")).texts());
  }

  static Path folder(String name) {
    try {
      return Path.of(Objects.requireNonNull(Samples.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
