package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import org.jspecify.annotations.Nullable;

/**
 * What a form is about; travels in the data of each of its buttons, as {@code
 * {"grenselos":1,"form":"REPLY","on":"C-7","kept":{}}}.
 *
 * @param kept what it was opened with, by field id
 */
record TeamsAbout(FormKind kind, ChatEvent.On on, Map<String, String> kept) {
  /** In UTF-16 units; it is sent along with every button. */
  private static final int MOST = 3000;

  TeamsAbout {
    kept = Map.copyOf(kept);
  }

  /** As much of what is kept as there is room for, the shortest first. */
  ObjectNode data() {
    ObjectNode data = TeamsPressed.ours().put("form", kind.name()).put("on", on.toString());
    ObjectNode values = data.putObject("kept");
    List<Map.Entry<String, String>> shortest =
        kept.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, String> value) -> value.getValue().length())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    int length = 0;
    for (Map.Entry<String, String> value : shortest) {
      length += value.getKey().length() + value.getValue().length();
      if (length > MOST) break;
      values.put(value.getKey(), value.getValue());
    }
    return data;
  }

  /** Reads what {@link #data()} wrote; empty for anything else, as from an older release. */
  static Optional<TeamsAbout> parse(@Nullable JsonNode data) {
    if (data == null || !TeamsPressed.isOurs(data)) return Optional.empty();
    Map<String, String> kept = new TreeMap<>();
    data.path("kept")
        .properties()
        .forEach(value -> kept.put(value.getKey(), value.getValue().asText("")));
    try {
      return Optional.of(
          new TeamsAbout(
              FormKind.valueOf(TeamsPressed.text(data, "form")),
              ChatEvent.On.parse(TeamsPressed.text(data, "on")),
              kept));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
