package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How large what we send may be, in bytes of JSON as Jackson writes them: UTF-8, and an emoji as
 * two escapes, so three times as long as one would think.
 */
final class TeamsBudget {
  /**
   * A message of 28 kB passes on every way into Teams, and needs some room around its card
   * (learn.microsoft.com, limits and specifications of Teams; older pages say 40 kB, newer 100).
   */
  static final int CARD = 26 * 1024;

  /** A dialog is only ever an answer of ours: half of 80 kB, as Teams counts in UTF-16. */
  static final int FORM = 40_000;

  /** How much of a post is shown, in UTF-16 units, tried one after the other. */
  private static final List<Integer> POST_LENGTHS = List.of(3000, 1000, 300);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TeamsBudget() {}

  static int size(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node).length;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree in memory cannot be written", e);
    }
  }

  /** As members of an array, with their commas; pictures do not count. */
  static int size(Collection<ObjectNode> nodes) {
    return nodes.stream().mapToInt(node -> size(node) - picture(node) + 1).sum();
  }

  private static int picture(ObjectNode node) {
    String address = node.path("url").asText();
    return address.startsWith("data:") ? address.length() : 0;
  }

  /**
   * What fits, from the top: first the posts are cut, then the last ones are left out.
   *
   * @param room in bytes
   * @param drawing what each line is drawn as, when posts are cut to the length given
   */
  static List<List<ObjectNode>> fitting(int room, IntFunction<List<List<ObjectNode>>> drawing) {
    List<List<ObjectNode>> drawn = List.of();
    for (int length : POST_LENGTHS) {
      drawn = drawing.apply(length);
      if (drawn.stream().mapToInt(TeamsBudget::size).sum() <= room) return drawn;
    }
    int left = room;
    int count = 0;
    for (List<ObjectNode> line : drawn) {
      left -= size(line);
      if (left < 0) break;
      count++;
    }
    return drawn.subList(0, count);
  }
}
