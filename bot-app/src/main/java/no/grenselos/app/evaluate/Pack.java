package no.grenselos.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A labelled set on disk: a folder with {@code train.jsonl}, {@code valid.jsonl}, {@code
 * test.jsonl} and more, or one {@code .jsonl} file, which then is the test. UTF-8.
 */
public final class Pack {
  private static final int MOST_PROBLEMS = 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path path;

  private Pack(Path path) {
    this.path = path;
  }

  /**
   * @throws PackException when there is no such folder or file
   */
  public static Pack at(Path path) {
    if (Files.isDirectory(path) || Files.isRegularFile(path)) return new Pack(path);
    throw new PackException(path.toString(), "is no folder and no file");
  }

  /** Whether the folder has such a file. */
  boolean has(String file) {
    return Files.isDirectory(path) && Files.isRegularFile(path.resolve(file));
  }

  /**
   * The rows to be judged.
   *
   * @throws PackException with every line that is wrong
   */
  <T> List<T> test(Function<Row, T> reading) {
    if (Files.isRegularFile(path)) return rows(path, reading);
    if (has("test.jsonl")) return rows("test.jsonl", reading);
    throw new PackException(path.toString(), "has no test.jsonl");
  }

  /** The rows of one of the folder's files; none when there is no such file. */
  <T> List<T> rows(String file, Function<Row, T> reading) {
    return has(file) ? rows(path.resolve(file), reading) : List.of();
  }

  private <T> List<T> rows(Path file, Function<Row, T> reading) {
    List<T> rows = new ArrayList<>();
    List<PackProblem> problems = new ArrayList<>();
    int number = 0;
    for (String line : text(file).split("\n", -1)) {
      number++;
      if (line.isBlank()) continue;
      String place = file.getFileName() + ":" + number;
      try {
        rows.add(reading.apply(new Row(place, object(place, line))));
      } catch (PackException e) {
        problems.addAll(e.problems());
      }
      if (problems.size() >= MOST_PROBLEMS) break;
    }
    if (problems.isEmpty() && rows.isEmpty()) {
      problems.add(new PackProblem(file.getFileName().toString(), "has no rows"));
    }
    if (!problems.isEmpty()) throw new PackException(problems);
    return rows;
  }

  /** One of the folder's files that is a single JSON value; empty when there is none. */
  Optional<Row> json(String file) {
    if (!has(file)) return Optional.empty();
    JsonNode node = parsed(file, text(path.resolve(file)));
    return Optional.of(
        new Row(file, node.isArray() ? JSON.createObjectNode().set("", node) : node));
  }

  private static JsonNode object(String place, String line) {
    JsonNode node = parsed(place, line);
    if (node.isObject()) return node;
    throw new PackException(place, "must be a JSON object, as {\"text\": \"...\"}");
  }

  private static JsonNode parsed(String place, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new PackException(place, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      throw new PackException(file.toString(), "cannot be read as UTF-8: " + why);
    }
  }
}
