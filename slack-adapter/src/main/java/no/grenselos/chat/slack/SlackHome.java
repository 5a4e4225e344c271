package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import java.util.Optional;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.Page;

/** The home tab, and what is said with {@code /grenselos}. */
final class SlackHome {
  static final String COMMAND = "/grenselos";

  private final ChatListener listener;
  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackWork work;

  SlackHome(ChatListener listener, SlackCalls calls, SlackPeople people, SlackWork work) {
    this.listener = listener;
    this.calls = calls;
    this.people = people;
    this.work = work;
  }

  Response asked(SlashCommandRequest request, SlashCommandContext context) {
    var payload = request.getPayload();
    // sent again, it has the same trigger: what it asks for counts once
    String id = "slack:command:" + payload.getTriggerId();
    Optional<Page> page =
        work.within(
            SlackWork.PATIENCE,
            () ->
                Optional.of(
                    listener.said(
                        id,
                        people.user(payload.getUserId(), payload.getUserName()),
                        payload.getText() == null ? "" : payload.getText())));
    return page.map(found ->
            context.ack(r ->
                r.responseType("ephemeral")
                    .text(SlackPage.summary(found))
                    .blocks(SlackPage.draw(found, SlackPage.MESSAGE))))
        .orElseGet(() -> context.ack(SlackWords.in(people.locale(payload.getUserId())).slow()));
  }

  Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    String user = payload.getEvent().getUser();
    if ("home".equals(payload.getEvent().getTab())) {
      work.later("home of " + user, () -> publish(user, listener.home(people.user(user, null))));
    }
    return context.ack();
  }

  /** Publishes the home; also by itself, when something in it changed. */
  SlackReply<ViewsPublishResponse> publish(String user, Page page) {
    View view = View.builder().type("home").blocks(SlackPage.draw(page, SlackPage.HOME)).build();
    return calls.call(
        "views.publish", methods -> methods.viewsPublish(r -> r.userId(user).view(view)));
  }
}
