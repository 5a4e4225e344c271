package no.grenselos.chat.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buttons and menus of cards. */
final class SlackPresses {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPresses.class);

  private final ChatListener listener;
  private final Clock clock;
  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackWork work;

  SlackPresses(ChatContext context, SlackCalls calls, SlackPeople people, SlackWork work) {
    this.listener = context.listener();
    this.clock = context.clock();
    this.calls = calls;
    this.people = people;
    this.work = work;
  }

  Response button(BlockActionRequest request, ActionContext context) throws SlackComeAgain {
    BlockActionPayload.Action action = request.getPayload().getActions().get(0);
    return pressed(
        SlackPressId.Pressed.button(action.getActionId(), action.getValue()), request, context);
  }

  Response choice(BlockActionRequest request, ActionContext context) throws SlackComeAgain {
    BlockActionPayload.Action action = request.getPayload().getActions().get(0);
    String value = action.getSelectedOption().getValue();
    return pressed(SlackPressId.Pressed.choice(value), request, context);
  }

  private Response pressed(
      Optional<SlackPressId.Pressed> pressed, BlockActionRequest request, ActionContext context)
      throws SlackComeAgain {
    if (pressed.isEmpty()) {
      LOG.warn("slack press not understood user={}", request.getPayload().getUser().getId());
      return context.ack();
    }
    return pressed(pressed.get(), request, context);
  }

  /** Answers 200 only for a press that is kept; otherwise Slack shows the person that it failed. */
  private Response pressed(
      SlackPressId.Pressed pressed, BlockActionRequest request, ActionContext context)
      throws SlackComeAgain {
    BlockActionPayload payload = request.getPayload();
    String what = "press " + pressed.press() + " on " + pressed.on();
    Runnable sorry = () -> say(context, words(payload).sorry());
    Optional<FormKind> form = pressed.press().form();
    if (form.isPresent() && pressed.press().action().isEmpty()) {
      work.later(what, () -> open(form.get(), pressed, payload, context));
    } else {
      Runnable keep = () -> askOrKeep(pressed, payload, context);
      SlackWork.Ended ended = work.attempt(what, keep, sorry);
      if (ended != SlackWork.Ended.DONE) throw new SlackComeAgain(id(payload));
    }
    return context.ack();
  }

  private void askOrKeep(
      SlackPressId.Pressed pressed, BlockActionPayload payload, ActionContext context) {
    Optional<Form> asked =
        pressed
            .press()
            .form()
            .flatMap(kind -> listener.open(kind, pressed.on(), who(payload), Map.of()));
    if (asked.isEmpty()) {
      listener.happened(event(pressed, payload));
    } else {
      work.later("form of " + pressed.press(), () -> show(asked.get(), payload, context));
    }
  }

  private ChatEvent event(SlackPressId.Pressed pressed, BlockActionPayload payload) {
    return new ChatEvent(
        id(payload),
        who(payload),
        pressed.on(),
        pressed.press().action().orElseThrow(),
        clock.instant());
  }

  /** Slack gives a press no id of its own; these stay equal when it repeats itself. */
  private static String id(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    return String.join(
        ":",
        "slack:press",
        payload.getTeam().getId(),
        payload.getContainer().getChannelId(),
        payload.getContainer().getMessageTs(),
        action.getActionTs(),
        payload.getUser().getId(),
        action.getActionId());
  }

  private ChatUser who(BlockActionPayload payload) {
    return people.user(payload.getUser().getId(), payload.getUser().getName());
  }

  private void open(
      FormKind kind,
      SlackPressId.Pressed pressed,
      BlockActionPayload payload,
      ActionContext context) {
    try {
      Optional<Form> form = listener.open(kind, pressed.on(), who(payload), Map.of());
      if (form.isEmpty()) say(context, words(payload).tooLate());
      else show(form.get(), payload, context);
    } catch (RuntimeException e) {
      LOG.warn("slack form not opened kind={} on={}", kind, pressed.on(), e);
      say(context, words(payload).sorry());
    }
  }

  private void show(Form form, BlockActionPayload payload, ActionContext context) {
    if (!shown(SlackForm.draw(form), payload)) say(context, words(payload).sorry());
  }

  /** The trigger lives 3 s from the press (docs.slack.dev, views.open). */
  private boolean shown(View view, BlockActionPayload payload) {
    var reply =
        calls.call(
            "views.open",
            methods -> methods.viewsOpen(r -> r.triggerId(payload.getTriggerId()).view(view)));
    return reply instanceof SlackReply.Yes;
  }

  private SlackWords words(BlockActionPayload payload) {
    return SlackWords.in(people.locale(payload.getUser().getId()));
  }

  private static void say(ActionContext context, String text) {
    try {
      context.respond(r -> r.responseType("ephemeral").replaceOriginal(false).text(text));
    } catch (IOException e) {
      LOG.info("slack apology not delivered: {}", e.getMessage());
    }
  }
}
