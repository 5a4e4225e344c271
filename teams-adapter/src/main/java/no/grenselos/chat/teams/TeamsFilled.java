package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.Press;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a form.
 *
 * @param values by field id: what the form was opened with, and what was filled in; no empty ones
 * @param standing what stands in it, for drawing it anew
 * @param wish what the button asks for
 */
record TeamsFilled(
    TeamsAbout about, Map<String, String> values, TeamsStanding standing, Wish wish) {
  /** The fields that must be filled in and that Teams does not check. */
  static final String NEEDED = "needed";

  static final String REDRAW = "redraw";
  static final String KNOB = "knob";

  private static final int MAX_VALUES = 64;
  private static final int MAX_LENGTH = 8000;

  TeamsFilled {
    values = Map.copyOf(values);
  }

  /** What a button of a form asks for. */
  sealed interface Wish {
    /**
     * @param missing the fields that were left empty and must not be; the form is not to be sent
     */
    record Send(Set<String> missing) implements Wish {
      public Send {
        missing = Set.copyOf(missing);
      }
    }

    /** The same form with what is filled in; the values say which knob it was, if one. */
    record Redraw() implements Wish {}

    /** The form of another kind, beginning with what is filled in; where it has none, the press. */
    record Other(Press press, ChatEvent.On on) implements Wish {}
  }

  /**
   * Reads what the buttons of {@link TeamsForm} send; empty for anything else: an older release's,
   * a stranger's, more than 64 values or one of more than 8,000 characters.
   */
  static Optional<TeamsFilled> parse(@Nullable JsonNode data) {
    Optional<TeamsAbout> about = TeamsAbout.parse(data);
    if (data == null || about.isEmpty()) return Optional.empty();
    Map<String, String> values = new TreeMap<>(about.get().kept());
    for (Map.Entry<String, JsonNode> value : data.properties()) {
      if (!value.getKey().startsWith(TeamsStanding.FIELD)) continue;
      String field = value.getKey().substring(TeamsStanding.FIELD.length());
      String text = value.getValue().asText("");
      if (text.isBlank()) values.remove(field);
      else values.put(field, text);
    }
    if (values.size() > MAX_VALUES) return Optional.empty();
    if (values.values().stream().anyMatch(text -> text.length() > MAX_LENGTH)) {
      return Optional.empty();
    }
    try {
      Wish wish = wish(data, about.get(), values);
      return Optional.of(new TeamsFilled(about.get(), values, TeamsStanding.in(data), wish));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Wish wish(JsonNode data, TeamsAbout about, Map<String, String> values) {
    if (data.has(KNOB)) {
      Press press = Press.valueOf(TeamsPressed.text(data, "press"));
      ChatEvent.On on = ChatEvent.On.parse(TeamsPressed.text(data, KNOB));
      if (press.form().filter(about.kind()::equals).isEmpty()) return new Wish.Other(press, on);
      values.put(Form.Field.KNOB, on.toString());
      return new Wish.Redraw();
    }
    if (data.path(REDRAW).asBoolean()) return new Wish.Redraw();
    Set<String> missing = new LinkedHashSet<>();
    data.path(NEEDED).forEach(field -> missing.add(field.asText("")));
    missing.removeAll(values.keySet());
    return new Wish.Send(missing);
  }
}
