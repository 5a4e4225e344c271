package no.grenselos.chat.slack;

import com.slack.api.model.view.View;
import java.util.Map;
import no.grenselos.chat.Form;

/** Opens modals, and draws open ones anew. Each method makes one try. */
final class SlackDialogs {
  private final SlackCalls calls;

  SlackDialogs(SlackCalls calls) {
    this.calls = calls;
  }

  /**
   * A form as it is to be seen by somebody.
   *
   * @param kept values that come back when it is sent
   */
  record Asked(Form form, Map<String, String> kept, SlackWords words) {
    private View fresh() {
      return SlackForm.draw(form, kept, SlackStanding.NOTHING, words);
    }
  }

  /**
   * @param trigger lives 3 s from what the person did (docs.slack.dev, views.open)
   */
  SlackReply<?> open(String trigger, Asked asked) {
    View view = asked.fresh();
    return calls.call(
        "views.open", methods -> methods.viewsOpen(r -> r.triggerId(trigger).view(view)));
  }

  /** On top of what is open; Slack has room for three (docs.slack.dev, modals). */
  SlackReply<?> push(String trigger, Asked asked) {
    View view = asked.fresh();
    return calls.call(
        "views.push", methods -> methods.viewsPush(r -> r.triggerId(trigger).view(view)));
  }

  /**
   * In place of what is there.
   *
   * @param there as the person saw it when they changed something
   * @param hash refused with {@code hash_conflict} when it is not the view's newest
   * @return the view's new hash
   */
  SlackReply<String> redraw(View there, String hash, Asked asked) {
    View view = SlackForm.draw(asked.form(), asked.kept(), SlackStanding.in(there), asked.words());
    var reply =
        calls.call(
            "views.update",
            methods -> methods.viewsUpdate(r -> r.viewId(there.getId()).hash(hash).view(view)));
    return SlackReplies.map(reply, answer -> answer.getView().getHash());
  }
}
