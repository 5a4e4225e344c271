package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseWork;
import no.grenselos.web.HttpAnswer;

/** Opens forms as dialogs, draws them anew, and sends them. */
final class TeamsDialogs implements TeamsEar {
  private final ChatContext context;
  private final ChatListener core;
  private final TeamsHouse house;
  private final HouseWork work;

  TeamsDialogs(ChatContext context, TeamsHouse house, HouseWork work) {
    this.context = context;
    this.core = context.listener();
    this.house = house;
    this.work = work;
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    return switch (call.name()) {
      case "task/fetch" -> Optional.of(pressed(call));
      case "task/submit" -> Optional.of(filled(call, call.value().path("data")));
      default -> Optional.empty();
    };
  }

  private HttpAnswer pressed(TeamsCall call) {
    JsonNode data = call.value().path("data");
    if (!data.isObject()) return HttpAnswer.empty(400);
    boolean ours = house.seal().fits(data, call.conversation(), "form", call);
    Optional<TeamsPressed> pressed = ours ? TeamsPressed.parse(data) : Optional.empty();
    if (pressed.isEmpty()) return TeamsAnswers.dialog(call.words().nothing());
    return soon(
        call,
        () -> {
          TeamsPressed press = pressed.get();
          Optional<Form> form =
              press
                  .press()
                  .form()
                  .flatMap(kind -> core.open(kind, press.on(), call.who(), Map.of()));
          if (form.isPresent()) return drawn(call, form.get(), Map.of());
          Optional<ChatAction> alone = press.press().action();
          if (alone.isEmpty()) return TeamsAnswers.dialog(call.words().tooLate());
          happened(call, press.on(), alone.get());
          return TeamsAnswers.dialog(call.words().noted());
        });
  }

  /** A form that was opened from nowhere in particular. */
  HttpAnswer opened(TeamsCall call, FormKind kind, Map<String, String> values) {
    return soon(
        call,
        () ->
            core.open(kind, new ChatEvent.On.Nothing(), call.who(), values)
                .map(form -> drawn(call, form, values))
                .orElseGet(() -> TeamsAnswers.dialog(call.words().nothing())));
  }

  /** A button of a form was pressed. */
  HttpAnswer filled(TeamsCall call, JsonNode data) {
    if (!data.isObject()) return HttpAnswer.empty(400);
    boolean ours = house.seal().fits(data, call.person(), "form", call);
    Optional<TeamsFilled> filled = ours ? TeamsFilled.parse(data) : Optional.empty();
    if (filled.isEmpty()) return TeamsAnswers.dialog(call.words().nothing());
    return soon(
        call,
        () ->
            switch (filled.get().wish()) {
              case TeamsFilled.Wish.Redraw redraw -> redrawn(call, filled.get());
              case TeamsFilled.Wish.Other other -> other(call, filled.get(), other);
              case TeamsFilled.Wish.Send send -> sent(call, filled.get(), send);
            });
  }

  private HttpAnswer redrawn(TeamsCall call, TeamsFilled filled) {
    return again(call, filled, Map.of())
        .orElseGet(() -> TeamsAnswers.dialog(call.words().tooLate()));
  }

  private HttpAnswer other(TeamsCall call, TeamsFilled filled, TeamsFilled.Wish.Other other) {
    Optional<FormKind> kind = other.press().form();
    if (kind.isEmpty()) {
      happened(call, other.on(), other.press().action().orElseThrow());
      return again(call, filled, Map.of())
          .orElseGet(() -> TeamsAnswers.dialog(call.words().noted()));
    }
    return core.open(kind.get(), other.on(), call.who(), filled.values())
        .map(form -> drawn(call, form, filled.values()))
        .orElseGet(() -> TeamsAnswers.dialog(call.words().tooLate()));
  }

  private HttpAnswer sent(TeamsCall call, TeamsFilled filled, TeamsFilled.Wish.Send send) {
    Map<String, String> faults = new LinkedHashMap<>();
    send.missing().forEach(field -> faults.put(field, call.words().needed()));
    TeamsAbout about = filled.about();
    if (faults.isEmpty()) {
      faults.putAll(
          core.submitted(call.id("form"), call.who(), about.kind(), about.on(), filled.values()));
    }
    if (faults.isEmpty()) return TeamsAnswers.close();
    return again(call, filled, faults)
        .orElseGet(() -> TeamsAnswers.dialog(String.join(" ", faults.values())));
  }

  /** The same form with what stands in it; empty when there is nothing to ask any more. */
  private Optional<HttpAnswer> again(
      TeamsCall call, TeamsFilled filled, Map<String, String> faults) {
    TeamsAbout about = filled.about();
    return core.changed(about.kind(), about.on(), call.who(), filled.values())
        .map(form -> {
          TeamsDialog dialog =
              TeamsForm.draw(form, about.kept(), faults, filled.standing(), call.words());
          return sealed(call, dialog);
        });
  }

  private HttpAnswer drawn(TeamsCall call, Form form, Map<String, String> values) {
    Map<String, String> kept = new HashMap<>(values);
    kept.remove(Form.Field.KNOB);
    return sealed(call, TeamsForm.draw(form, kept, Map.of(), call.words()));
  }

  /** A dialog is one person's, wherever they opened it. */
  private HttpAnswer sealed(TeamsCall call, TeamsDialog dialog) {
    house.seal().on(dialog.card(), call.person());
    return TeamsAnswers.dialog(dialog);
  }

  private void happened(TeamsCall call, ChatEvent.On on, ChatAction action) {
    core.happened(
        new ChatEvent(call.id("press"), call.who(), on, action, context.clock().instant()));
  }

  /** What takes longer than Teams may wait goes on all the same; sent again, it counts once. */
  private HttpAnswer soon(TeamsCall call, Supplier<HttpAnswer> job) {
    return switch (work.soon("dialog", job, late -> {})) {
      case HouseWork.Soon.Here<HttpAnswer> here -> here.result();
      case HouseWork.Soon.Failed<HttpAnswer> failed -> TeamsAnswers.dialog(call.words().sorry());
      case HouseWork.Soon.StillGoing<HttpAnswer> going -> TeamsAnswers.dialog(call.words().slow());
    };
  }
}
