package no.grenselos.feed.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recorded payloads beside the project, which may not be copied into it. Tests over them are tagged
 * {@code corpus} and run where the Maven profile shared-payloads finds the folder.
 */
public final class Corpus {
  private Corpus() {}

  public static List<Path> files(String folder) {
    Path root = Path.of(System.getProperty("shared.payloads"), folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
