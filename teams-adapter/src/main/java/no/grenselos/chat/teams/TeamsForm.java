package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.chat.shown.Initial;

/**
 * Draws a form as a dialog. Its way out is Teams' own cross, and it has no menus, as Android does
 * not open them here (github.com/microsoft/Teams-AdaptiveCards-Mobile issue 321). A form whose
 * buttons do more than send it leaves it to us to miss what was not filled in: Teams would let
 * nobody press any of them before.
 */
final class TeamsForm {
  private static final int TITLE = 64;

  private TeamsForm() {}

  /** A form that is opened. */
  static TeamsDialog draw(
      Form form, Map<String, String> kept, Map<String, String> faults, TeamsWords words) {
    return draw(form, kept, faults, TeamsStanding.NOTHING, words);
  }

  /**
   * @param kept values that come back when it is sent
   * @param faults what is wrong, by field id; what is at no field of the form stands on top
   * @param standing what stands in it, when it is drawn anew
   */
  static TeamsDialog draw(
      Form form,
      Map<String, String> kept,
      Map<String, String> faults,
      TeamsStanding standing,
      TeamsWords words) {
    TeamsAbout about = new TeamsAbout(form.kind(), form.on(), kept);
    ObjectNode card = TeamsElements.card(form.title());
    ArrayNode body = card.putArray("body").addAll(general(form, faults));
    List<Form.Field> fields = form.fields();
    int room = TeamsBudget.FORM - TeamsBudget.size(card);
    ObjectNode most = data(form, about, fields);
    room -= TeamsBudget.size(buttons(form, most, words));
    room -= TeamsBudget.size(TeamsRuns.words(words.more(fields.size() + 1)));
    room -= "\"actions\":[],".length();
    TeamsFields drawing = new TeamsFields(most, faults, standing, words);
    int fit = TeamsBudget.fitting(room, post -> drawing.draw(fields, post)).size();
    List<Form.Field> shown = fields.subList(0, fit);
    ObjectNode data = data(form, about, shown);
    TeamsFields again = new TeamsFields(data, faults, standing, words);
    TeamsBudget.fitting(room, post -> again.draw(shown, post)).forEach(body::addAll);
    if (fit < fields.size()) body.add(TeamsRuns.words(words.more(fields.size() - fit)));
    card.putArray("actions").addAll(buttons(form, data, words));
    return new TeamsDialog(TeamsText.line(form.title(), TITLE), card);
  }

  /**
   * What every button of the form gives back.
   *
   * @param fields those that are shown
   */
  private static ObjectNode data(Form form, TeamsAbout about, List<Form.Field> fields) {
    boolean checked = form.fields().stream().noneMatch(TeamsForm::asksBefore);
    ObjectNode data = about.data();
    for (Form.Field field : fields) {
      Optional<TeamsFields.Input> input = TeamsFields.input(field);
      input.ifPresent(
          in -> TeamsStanding.mark(data, in.id(), Initial.of(field, TeamsChatProvider.HOUSE)));
      input
          .filter(in -> !checked && !in.optional())
          .ifPresent(in -> data.withArrayProperty(TeamsFilled.NEEDED).add(in.id()));
    }
    return data;
  }

  /** Whether something is asked of the core before the form is sent. */
  private static boolean asksBefore(Form.Field field) {
    return field instanceof Form.Field.Knob || isLive(field);
  }

  private static boolean isLive(Form.Field field) {
    return (field instanceof Form.Field.Text text && text.live())
        || (field instanceof Form.Field.OneOf one && one.live());
  }

  private static List<ObjectNode> buttons(Form form, ObjectNode data, TeamsWords words) {
    ObjectNode send =
        TeamsElements.submit(TeamsActions.label(form.submit()), data).put("style", "positive");
    if (form.fields().stream().noneMatch(TeamsForm::isLive)) return List.of(send);
    // Teams says nothing while somebody types
    ObjectNode look = data.deepCopy().put(TeamsFilled.REDRAW, true);
    return List.of(send, TeamsElements.submit(words.look(), look));
  }

  private static List<ObjectNode> general(Form form, Map<String, String> faults) {
    List<String> fields =
        form.fields().stream()
            .flatMap(field -> TeamsFields.input(field).stream())
            .map(TeamsFields.Input::id)
            .toList();
    return faults.entrySet().stream()
        .filter(fault -> !fields.contains(fault.getKey()))
        .map(fault -> TeamsFields.fault(fault.getValue()))
        .toList();
  }
}
