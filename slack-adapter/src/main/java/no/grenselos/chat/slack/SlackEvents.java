package no.grenselos.chat.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import java.util.ArrayList;

/** All that Slack tells us, and who hears it; the same over HTTP and over Socket Mode. */
final class SlackEvents {
  private SlackEvents() {}

  static App app(
      Slack slack, SlackPresses presses, SlackEmoji emoji, SlackForms forms, SlackHome home) {
    AppConfig config = AppConfig.builder().slack(slack).allEventsApiAutoAckEnabled(true).build();
    // no middleware of the kit: the signature was checked on the raw bytes, before anything was
    // parsed, and its authorisation would ask Slack while Slack waits for our answer
    return new App(config, new ArrayList<>())
        .blockAction(SlackPressId.PRESS, presses::button)
        .blockAction(SlackPressId.MENU, presses::choice)
        .blockAction(SlackPressId.LINK, (request, context) -> context.ack())
        .event(ReactionAddedEvent.class, emoji::added)
        .event(ReactionRemovedEvent.class, emoji::removed)
        .event(AppHomeOpenedEvent.class, home::opened)
        .viewSubmission(SlackForm.CALLBACK, forms::submitted)
        .viewClosed(SlackForm.CALLBACK, (request, context) -> context.ack())
        .command(SlackHome.COMMAND, home::asked);
  }
}
