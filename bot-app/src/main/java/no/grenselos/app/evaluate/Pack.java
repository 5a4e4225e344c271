package no.grenselos.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A labelled set on disk: a folder with {@code train.jsonl}, {@code valid.jsonl}, {@code
 * test.jsonl} and more, or one {@code .jsonl} file, which then is the test. UTF-8, with or without
 * a byte order mark. What is wrong with any of its files is collected: call {@link #refuseIfBroken}
 * once all are read.
 */
public final class Pack {
  private static final int MOST_PROBLEMS = 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path path;
  private final List<PackProblem> problems = new ArrayList<>();

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

  /** The rows to be judged, at least one once {@link #refuseIfBroken} has passed. */
  <T> List<T> test(Function<Row, T> reading) {
    boolean single = Files.isRegularFile(path);
    if (!single && !has("test.jsonl")) {
      throw new PackException(path.toString(), "has no test.jsonl");
    }
    Path file = single ? path : path.resolve("test.jsonl");
    int before = problems.size();
    List<T> rows = rows(file, reading);
    if (rows.isEmpty() && problems.size() == before) {
      problems.add(new PackProblem(String.valueOf(file.getFileName()), "has no rows"));
    }
    return rows;
  }

  /** The rows of one of the folder's files; none when there is no such file. */
  <T> List<T> rows(String file, Function<Row, T> reading) {
    return has(file) ? rows(path.resolve(file), reading) : List.of();
  }

  private <T> List<T> rows(Path file, Function<Row, T> reading) {
    List<T> rows = new ArrayList<>();
    Lines lines = new Lines(file);
    while (lines.hasNext() && problems.size() < MOST_PROBLEMS) {
      trying(() -> {
        String line = lines.next();
        if (line.isBlank()) return;
        String place = lines.place();
        JsonNode node = parsed(place, line);
        if (!node.isObject()) {
          throw new PackException(place, "must be a JSON object, as {\"text\": \"...\"}");
        }
        rows.add(read(new Row(place, node), reading));
      });
    }
    return rows;
  }

  private static <T> T read(Row row, Function<Row, T> reading) {
    try {
      return reading.apply(row);
    } catch (IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()));
    }
  }

  /** Does a part of the reading; what is wrong with it is kept. */
  void trying(Runnable part) {
    try {
      part.run();
    } catch (PackException e) {
      problems.addAll(e.problems());
    }
  }

  /**
   * @throws PackException with all that was found wrong, at most twenty
   */
  void refuseIfBroken() {
    if (problems.isEmpty()) return;
    throw new PackException(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
  }

  /**
   * One of the folder's files that is a single JSON value; empty when there is none.
   *
   * @param list the key that a list stands for, where the whole file is one
   */
  Optional<Row> json(String file, String list) {
    if (!has(file)) return Optional.empty();
    Lines lines = new Lines(path.resolve(file));
    StringJoiner text = new StringJoiner("\n");
    while (lines.hasNext()) text.add(lines.next());
    JsonNode node = parsed(file, text.toString());
    if (node.isArray()) node = JSON.createObjectNode().set(list, node);
    if (node.isObject()) return Optional.of(new Row(file, node));
    throw new PackException(file, "must be a JSON object, as {\"" + list + "\": [...]}");
  }

  private static JsonNode parsed(String place, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : where(place, e.getLocation().getLineNr());
      throw new PackException(place + line, "is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The line within a file that is one value; a line of a .jsonl file has its number already. */
  private static String where(String place, int line) {
    return place.contains(":") ? "" : ":" + line;
  }
}
