package no.grenselos.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file beside these classes, without comments and empty lines. */
final class Resource {
  private Resource() {}

  static List<String> lines(String name) {
    try (InputStream file = Resource.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException(name + " is missing");
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
