package no.grenselos.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;

/**
 * What a form is about; travels in the view's {@code private_metadata}.
 *
 * @param kept what it was opened with, by field id
 */
record SlackAbout(ChatEvent.On on, FormKind kind, Map<String, String> kept) {
  /** Slack takes 3,000 characters (docs.slack.dev, views). */
  private static final int MOST = 3000;

  SlackAbout {
    kept = Map.copyOf(kept);
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws RuntimeException when it is something else, as in a view of an older release
   */
  static SlackAbout parse(String text) {
    JsonArray parts = JsonParser.parseString(text).getAsJsonArray();
    Map<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, JsonElement> value : parts.get(2).getAsJsonObject().entrySet()) {
      kept.put(value.getKey(), value.getValue().getAsString());
    }
    return new SlackAbout(
        ChatEvent.On.parse(parts.get(0).getAsString()),
        FormKind.valueOf(parts.get(1).getAsString()),
        kept);
  }

  /** As much of what is kept as there is room for, the shortest first. */
  @Override
  public String toString() {
    JsonObject values = new JsonObject();
    JsonArray parts = new JsonArray();
    parts.add(on.toString());
    parts.add(kind.name());
    parts.add(values);
    kept.entrySet().stream()
        .sorted(
            Map.Entry.<String, String>comparingByValue(
                    (one, two) -> Integer.compare(one.length(), two.length()))
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(value -> {
          values.addProperty(value.getKey(), value.getValue());
          if (parts.toString().length() > MOST) values.remove(value.getKey());
        });
    return parts.toString();
  }
}
