package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.chat.shown.Initial;

/** Draws the lines of a form, each as some elements of a dialog's card. */
final class TeamsFields {
  private static final int LABEL = 300;
  private static final int HINT = 500;
  private static final int OPTION = 100;
  private static final int WORDS = 3000;

  /** So few are all in sight. */
  private static final int FEW_OPTIONS = 4;

  private final TeamsRuns runs = new TeamsRuns(TeamsView.ANYONE);
  private final ObjectNode data;
  private final boolean checked;
  private final Map<String, String> faults;
  private final TeamsStanding standing;
  private final TeamsWords words;

  /**
   * @param data what every button of the form gives back
   * @param faults what is wrong, by field id
   * @param standing what stands in the form that is drawn anew
   */
  TeamsFields(
      ObjectNode data, Map<String, String> faults, TeamsStanding standing, TeamsWords words) {
    this.data = data;
    this.checked = !data.has(TeamsFilled.NEEDED);
    this.faults = faults;
    this.standing = standing;
    this.words = words;
  }

  /** What all inputs have. */
  record Input(String id, String label, boolean optional) {}

  /** Empty where nothing is filled in. */
  static Optional<Input> input(Form.Field field) {
    return switch (field) {
      case Form.Field.Text text -> input(text.id(), text.label(), text.optional());
      case Form.Field.OneOf one -> input(one.id(), one.label(), false);
      case Form.Field.ManyOf many -> input(many.id(), many.label(), many.optional());
      case Form.Field.Person who -> input(who.id(), who.label(), who.optional());
      case Form.Field.Day day -> input(day.id(), day.label(), day.optional());
      case Form.Field.Time time -> input(time.id(), time.label(), time.optional());
      case Form.Field.Words words -> Optional.empty();
      case Form.Field.Quote quote -> Optional.empty();
      case Form.Field.Knob knob -> Optional.empty();
    };
  }

  private static Optional<Input> input(String id, String label, boolean optional) {
    return Optional.of(new Input(id, label, optional));
  }

  /**
   * @param post how much of a post is shown, in UTF-16 units
   */
  List<List<ObjectNode>> draw(List<Form.Field> fields, int post) {
    return fields.stream().map(field -> draw(field, post)).toList();
  }

  private List<ObjectNode> draw(Form.Field field, int post) {
    return switch (field) {
      case Form.Field.Words said -> TeamsRuns.paragraphs(said.text(), WORDS);
      case Form.Field.Quote quote -> List.of(runs.post(quote.post(), post));
      case Form.Field.Knob knob -> List.of(TeamsElements.actionSet(List.of(knob(knob))));
      case Form.Field.Text text ->
          input(
              text,
              TeamsElements.typed("Input.Text")
                  .put("isMultiline", text.multiline())
                  .put("maxLength", Initial.longest(text)));
      case Form.Field.OneOf one ->
          input(
              one,
              choices(one.options())
                  .put("style", one.options().size() <= FEW_OPTIONS ? "expanded" : "compact"));
      case Form.Field.ManyOf many ->
          input(many, choices(many.options()).put("isMultiSelect", true));
      case Form.Field.Person who -> input(who, people());
      case Form.Field.Day day -> input(day, TeamsElements.typed("Input.Date"));
      case Form.Field.Time time -> input(time, TeamsElements.typed("Input.Time"));
    };
  }

  static ObjectNode fault(String text) {
    ObjectNode run = TeamsElements.run(TeamsText.line(text, HINT)).put("color", "attention");
    return TeamsElements.rich(List.of(run)).put("spacing", "small");
  }

  private List<ObjectNode> input(Form.Field field, ObjectNode element) {
    Input input = input(field).orElseThrow();
    List<ObjectNode> drawn = new ArrayList<>();
    drawn.add(element.put("id", TeamsStanding.FIELD + input.id()).put("label", label(input)));
    if (checked && !input.optional()) {
      element.put("isRequired", true).put("errorMessage", words.needed());
    }
    String value = standing.value(input.id(), Initial.of(field, TeamsChatProvider.HOUSE));
    if (!value.isEmpty()) element.put("value", value);
    if (field instanceof Form.Field.Text text && !text.hint().isBlank()) drawn.add(hint(text));
    String fault = faults.get(input.id());
    if (fault != null) drawn.add(fault(fault));
    return drawn;
  }

  /** Where Teams does not check it, the star that it would have drawn is ours. */
  private String label(Input input) {
    String label = TeamsText.line(input.label(), LABEL);
    return checked || input.optional() ? label : label + " *";
  }

  /** Below, not within: there it would be gone with the first letter. */
  private static ObjectNode hint(Form.Field.Text text) {
    ObjectNode run = TeamsElements.run(TeamsText.line(text.hint(), HINT));
    return TeamsElements.rich(List.of(TeamsRuns.subtle(run))).put("spacing", "small");
  }

  private static ObjectNode choices(List<Form.Field.Option> options) {
    ObjectNode set = TeamsElements.typed("Input.ChoiceSet").put("wrap", true);
    ArrayNode choices = set.putArray("choices");
    for (Form.Field.Option option : options) {
      choices
          .addObject()
          .put("title", TeamsText.line(option.label(), OPTION))
          .put("value", option.value());
    }
    return set;
  }

  /** Searched by Teams itself; the value is the id in the directory (people picker in cards). */
  private static ObjectNode people() {
    ObjectNode set = TeamsElements.typed("Input.ChoiceSet").put("style", "compact");
    set.putArray("choices");
    set.set(
        "choices.data",
        TeamsElements.typed("Data.Query").put("dataset", "graph.microsoft.com/users"));
    return set;
  }

  private ObjectNode knob(Form.Field.Knob knob) {
    ObjectNode own = data.deepCopy();
    own.put("press", knob.press().name()).put(TeamsFilled.KNOB, knob.on().toString());
    return TeamsElements.submit(TeamsActions.label(knob.label()), own);
  }
}
