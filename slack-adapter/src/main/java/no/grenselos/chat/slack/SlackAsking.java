package no.grenselos.chat.slack;

import com.slack.api.bolt.context.builtin.ActionContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the forms that presses ask for: new ones, on top of others, or drawn anew. */
final class SlackAsking {
  private static final Logger LOG = LoggerFactory.getLogger(SlackAsking.class);

  private final ChatListener listener;
  private final SlackPeople people;
  private final SlackDialogs dialogs;
  private final SlackLive live;
  private final SlackSorry sorry;

  SlackAsking(
      ChatListener listener,
      SlackPeople people,
      SlackDialogs dialogs,
      SlackLive live,
      SlackSorry sorry) {
    this.listener = listener;
    this.people = people;
    this.dialogs = dialogs;
    this.live = live;
    this.sorry = sorry;
  }

  SlackSorry sorry() {
    return sorry;
  }

  /** The form, or why there is none. */
  void open(FormKind kind, ChatEvent.On on, SlackScene scene, ActionContext context) {
    try {
      if (scene.inModal() && SlackAbout.parse(scene.view().getPrivateMetadata()).kind() == kind) {
        live.changed(scene, Map.of(Form.Field.KNOB, on.toString()));
        return;
      }
      Map<String, String> values = scene.inModal() ? SlackFilled.values(scene.view()) : Map.of();
      ChatUser who = people.user(scene.user(), scene.payload().getUser().getName());
      Optional<Form> form = listener.open(kind, on, who, values);
      if (form.isEmpty()) sorry.say(scene, context, SlackWords::tooLate);
      else show(form.get(), values, scene, context);
    } catch (RuntimeException e) {
      LOG.warn("slack form not opened kind={} on={}", kind, on, e);
      sorry.say(scene, context, SlackWords::sorry);
    }
  }

  void show(Form form, Map<String, String> values, SlackScene scene, ActionContext context) {
    Map<String, String> kept = new HashMap<>(values);
    kept.remove(Form.Field.KNOB);
    var asked = new SlackDialogs.Asked(form, kept, sorry.words(scene.user()));
    SlackReply<?> shown =
        scene.inModal()
            ? dialogs.push(scene.trigger(), asked)
            : dialogs.open(scene.trigger(), asked);
    if (!(shown instanceof SlackReply.Yes<?>)) sorry.say(scene, context, SlackWords::sorry);
  }

  /** From nowhere in particular. */
  void show(Form form, Map<String, String> values, String trigger, String user) {
    var asked = new SlackDialogs.Asked(form, values, sorry.words(user));
    if (!(dialogs.open(trigger, asked) instanceof SlackReply.Yes<?>)) {
      sorry.say(user, SlackWords::sorry);
    }
  }
}
