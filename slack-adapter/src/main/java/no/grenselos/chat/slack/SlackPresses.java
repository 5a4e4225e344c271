package no.grenselos.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buttons and menus of cards, homes and modals. */
final class SlackPresses implements SlackEar {
  private static final Logger LOG = LoggerFactory.getLogger(SlackPresses.class);

  private final ChatListener listener;
  private final Clock clock;
  private final SlackPeople people;
  private final HouseWork work;
  private final SlackAsking asking;

  SlackPresses(ChatContext context, SlackPeople people, HouseWork work, SlackAsking asking) {
    this.listener = context.listener();
    this.clock = context.clock();
    this.people = people;
    this.work = work;
    this.asking = asking;
  }

  @Override
  public void listen(App app) {
    app.blockAction(SlackPressId.PRESS, this::button)
        .blockAction(SlackPressId.MENU, this::choice)
        .blockAction(SlackPressId.LINK, (request, context) -> context.ack());
  }

  private Response button(BlockActionRequest request, ActionContext context) throws SlackComeAgain {
    SlackScene scene = new SlackScene(request.getPayload());
    var action = scene.action();
    return pressed(
        SlackPressId.Pressed.button(action.getActionId(), action.getValue()), scene, context);
  }

  private Response choice(BlockActionRequest request, ActionContext context) throws SlackComeAgain {
    SlackScene scene = new SlackScene(request.getPayload());
    String value = scene.action().getSelectedOption().getValue();
    return pressed(SlackPressId.Pressed.choice(value), scene, context);
  }

  private Response pressed(
      Optional<SlackPressId.Pressed> pressed, SlackScene scene, ActionContext context)
      throws SlackComeAgain {
    if (pressed.isPresent()) return pressed(pressed.get(), scene, context);
    LOG.warn("slack press not understood user={}", scene.user());
    return context.ack();
  }

  /** Answers 200 only for a press that is kept; otherwise Slack shows the person that it failed. */
  private Response pressed(SlackPressId.Pressed pressed, SlackScene scene, ActionContext context)
      throws SlackComeAgain {
    String what = "press " + pressed.press() + " on " + pressed.on();
    Optional<FormKind> form = pressed.press().form();
    if (form.isPresent() && pressed.press().action().isEmpty()) {
      work.later(what, () -> asking.open(form.get(), pressed.on(), scene, context));
    } else {
      Runnable keep = () -> askOrKeep(pressed, scene, context);
      Runnable sorry = () -> asking.sorry().say(scene, context, SlackWords::sorry);
      HouseWork.Ended ended = work.attempt(what, keep, sorry);
      if (ended != HouseWork.Ended.DONE) throw new SlackComeAgain(scene.id());
    }
    return context.ack();
  }

  private void askOrKeep(SlackPressId.Pressed pressed, SlackScene scene, ActionContext context) {
    Optional<Form> asked =
        pressed
            .press()
            .form()
            .flatMap(kind -> listener.open(kind, pressed.on(), who(scene), Map.of()));
    if (asked.isEmpty()) {
      listener.happened(event(pressed, scene));
    } else {
      work.later(
          "form of " + pressed.press(), () -> asking.show(asked.get(), Map.of(), scene, context));
    }
  }

  private ChatEvent event(SlackPressId.Pressed pressed, SlackScene scene) {
    return new ChatEvent(
        scene.id(),
        who(scene),
        pressed.on(),
        pressed.press().action().orElseThrow(),
        clock.instant());
  }

  private ChatUser who(SlackScene scene) {
    return people.user(scene.user(), scene.payload().getUser().getName());
  }
}
