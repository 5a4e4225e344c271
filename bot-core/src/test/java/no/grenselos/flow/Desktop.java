package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.TicketAction;

/**
 * One person before their screen: presses what stands there, fills in the form that opens, and
 * reads. Behaves as a chat adapter does towards the core.
 */
final class Desktop {
  private final TimeLine line;
  private final String who;
  private int sent;
  private Optional<Form> form = Optional.empty();
  private final Map<String, String> typed = new HashMap<>();

  Desktop(TimeLine line, String who) {
    this.line = line;
    this.who = who;
  }

  private ChatUser user() {
    return new ChatUser(TimeLine.handle(who), "");
  }

  Desktop claims() {
    line.does(who, new TicketAction.Claim());
    return this;
  }

  /** Presses a button or choice of the newest card there; its form opens, if there is one. */
  Desktop press(Place place, Press press) {
    ScriptedHouse.Shown shown = line.slack.in(place).getLast();
    ChatEvent.On on =
        shown.card().buttons().stream()
            .filter(b -> b instanceof Card.Button.Act act && act.press() == press)
            .map(b -> Optional.ofNullable(((Card.Button.Act) b).on()))
            .findFirst()
            .or(() ->
                shown.card().more().stream()
                    .filter(choice -> choice.press() == press)
                    .map(choice -> Optional.ofNullable(choice.on()))
                    .findFirst())
            .orElseThrow(() -> new AssertionError(press + " does not stand on " + shown.card()))
            .orElseGet(() -> new ChatEvent.On.Card(shown.id()));
    return open(press.form().orElseThrow(), on);
  }

  Desktop press(Press press) {
    return press(TimeLine.with(who), press);
  }

  Desktop open(FormKind kind, ChatEvent.On on) {
    return open(kind, on, Map.of());
  }

  Desktop open(FormKind kind, ChatEvent.On on, Map<String, String> values) {
    typed.clear();
    form = line.desk.open(kind, on, user(), values);
    form.ifPresent(this::take);
    return this;
  }

  private void take(Form drawn) {
    for (Form.Field field : drawn.fields()) {
      if (field instanceof Form.Field.Text text) typed.put(text.id(), text.initial());
    }
  }

  /** Types, and sees the form drawn anew. */
  Desktop type(String field, String text) {
    typed.put(field, text);
    return redraw(Map.of());
  }

  /** Presses a knob of the form. */
  Desktop knob(int number) {
    Form.Field.Knob knob =
        (Form.Field.Knob)
            form().fields().stream()
                .filter(Form.Field.Knob.class::isInstance)
                .skip(number)
                .findFirst()
                .orElseThrow();
    return redraw(Map.of(Form.Field.KNOB, knob.on().toString()));
  }

  private Desktop redraw(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(filled());
    values.putAll(more);
    form = line.desk.changed(form().kind(), form().on(), user(), values);
    take(form());
    return this;
  }

  private Map<String, String> filled() {
    Map<String, String> values = new HashMap<>(typed);
    values.values().removeIf(String::isBlank);
    return values;
  }

  /** Sends the form with these values on top of what is typed; everything that follows is done. */
  Map<String, String> send(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(filled());
    values.putAll(more);
    Map<String, String> errors =
        line.desk.submitted(who + "-" + ++sent, user(), form().kind(), form().on(), values);
    line.settle();
    return errors;
  }

  Desktop sends() {
    assertThat(send(Map.of())).isEmpty();
    return this;
  }

  Form form() {
    return form.orElseThrow();
  }

  boolean hasForm() {
    return form.isPresent();
  }

  /** What stands in the field. */
  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Our own words in the form, from top to bottom. */
  List<String> words() {
    return form().fields().stream()
        .filter(Form.Field.Words.class::isInstance)
        .map(field -> ((Form.Field.Words) field).text())
        .toList();
  }

  List<String> quotes() {
    return form().fields().stream()
        .filter(Form.Field.Quote.class::isInstance)
        .map(field -> ((Form.Field.Quote) field).post().text())
        .toList();
  }

  List<String> knobs() {
    return form().fields().stream()
        .filter(Form.Field.Knob.class::isInstance)
        .map(field -> ((Form.Field.Knob) field).label())
        .toList();
  }

  /** All lines of the newest card there. */
  List<String> reads(Place place) {
    return line.card(place).parts().stream().map(Desktop::text).toList();
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Line own -> spans(own.spans());
      case Part.Small small -> spans(small.spans());
      case Part.Picture picture -> picture.alternative();
      case Part.Post post -> post.text();
    };
  }

  private static String spans(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      switch (span) {
        case Span.Plain plain -> text.append(plain.text());
        case Span.Strong strong -> text.append(strong.text());
        case Span.Link link -> text.append(link.text());
        case Span.Person person -> text.append(person.user().name());
        case Span.Moment moment -> text.append("(time)");
      }
    }
    return text.toString();
  }
}
