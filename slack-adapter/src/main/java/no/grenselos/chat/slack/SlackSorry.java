package no.grenselos.chat.slack;

import com.slack.api.bolt.context.builtin.ActionContext;
import java.io.IOException;
import java.util.function.Function;
import no.grenselos.chat.ChatUser;
import no.grenselos.expert.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells somebody that what they did came to nothing, in their language. Best effort. */
final class SlackSorry {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSorry.class);

  private final SlackPeople people;
  private final SlackWhispers whispers;

  SlackSorry(SlackPeople people, SlackWhispers whispers) {
    this.people = people;
    this.whispers = whispers;
  }

  SlackWords words(String user) {
    return SlackWords.in(people.locale(user));
  }

  /** Beside the message where they pressed, or in their direct messages. */
  void say(SlackScene scene, ActionContext context, Function<SlackWords, String> what) {
    if (!scene.hasReplyAddress()) {
      say(scene.user(), what);
      return;
    }
    String text = what.apply(words(scene.user()));
    try {
      context.respond(r -> r.responseType("ephemeral").replaceOriginal(false).text(text));
    } catch (IOException e) {
      LOG.info("slack apology not delivered: {}", e.getMessage());
    }
  }

  /** In their direct messages. */
  void say(String user, Function<SlackWords, String> what) {
    tell(user, what.apply(words(user)));
  }

  void tell(String user, String text) {
    var to = new ChatUser(new Handle(SlackChatProvider.HOUSE, user), "");
    var delivery = whispers.whisper(to, null, text);
    LOG.debug("slack apology {}", delivery);
  }
}
