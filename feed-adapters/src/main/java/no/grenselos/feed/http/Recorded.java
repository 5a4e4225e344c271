package no.grenselos.feed.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.feed.Fetch;

/** A recorded file as JSON: one document, or one on each line. */
public record Recorded(List<Part> parts) {
  private static final Fetch.Failed NO_JSON =
      new Fetch.Failed("the file is not JSON, or it is broken off");

  /**
   * @param name {@code file}, or as {@code line 7}
   * @param json empty when it is none
   */
  public record Part(String name, Optional<JsonNode> json) {}

  public Recorded {
    parts = List.copyOf(parts);
  }

  /** Has no document when the file is no JSON at all. */
  public static Recorded of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8).strip();
    int end = text.indexOf('\n');
    // a parser stops happily after the first of many lines
    boolean lines = end >= 0 && Json.parse(text.substring(0, end)).isPresent();
    return lines ? ofLines(file) : new Recorded(List.of(new Part("file", Json.parse(file))));
  }

  /** One document a line, whatever the first holds; blank lines are none. */
  public static Recorded ofLines(byte[] file) {
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (String line : new String(file, StandardCharsets.UTF_8).split("\\R", -1)) {
      number++;
      if (!line.isBlank()) parts.add(new Part("line " + number, Json.parse(line)));
    }
    return new Recorded(parts);
  }

  /** What a file with one document gives. */
  public static Fetch one(byte[] file, Function<JsonNode, Fetch> reading) {
    return Json.parse(file).map(reading).orElse(NO_JSON);
  }

  /**
   * What a file gives of which lines may be broken, each of which is listed.
   *
   * @param reading of all that is JSON; not asked when nothing is
   */
  public Fetch read(Gathering gathering, Function<List<JsonNode>, Fetch> reading) {
    List<JsonNode> documents = parts.stream().flatMap(part -> part.json().stream()).toList();
    if (documents.isEmpty()) return NO_JSON;
    parts.stream()
        .filter(part -> part.json().isEmpty())
        .forEach(part -> gathering.skip(part.name(), "is no whole JSON"));
    return reading.apply(documents);
  }
}
