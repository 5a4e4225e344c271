package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format that {@code parse} reads, on spoilt inputs: no exception, no input that takes long.
 * As many of each as {@link Mutations} says.
 */
class RecordingFuzzTest {
  static Stream<String> formats() {
    return ServiceLoader.load(Recording.class).stream()
        .map(ServiceLoader.Provider::get)
        .map(Recording::format);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noInputIsTooBad(String format) throws Exception {
    Recording recording =
        ServiceLoader.load(Recording.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.format().equals(format))
            .findFirst()
            .orElseThrow();
    List<Body> fixtures = fixtures().filter(file -> isRead(recording, file)).map(Body::of).toList();
    assertThat(fixtures).as("fixtures that hold posts").isNotEmpty();

    Mutations.of(
        fixtures,
        input ->
            assertThat(recording.replay(input))
                .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }

  private static boolean isRead(Recording recording, byte[] file) {
    return recording.replay(file) instanceof Fetch.Page page && !page.events().isEmpty();
  }

  private static Stream<byte[]> fixtures() throws IOException, URISyntaxException {
    Path one =
        Path.of(
            Objects.requireNonNull(RecordingFuzzTest.class.getResource("/recordings/reddit.json"))
                .toURI());
    Path all = Objects.requireNonNull(Objects.requireNonNull(one.getParent()).getParent());
    try (Stream<Path> files = Files.walk(all)) {
      return files
          .filter(file -> file.toString().matches(".*[.](json|jsonl|txt|xml)"))
          .sorted()
          .map(RecordingFuzzTest::bytes)
          .toList()
          .stream();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
