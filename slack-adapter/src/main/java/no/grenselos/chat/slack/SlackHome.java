package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import java.util.List;

/** Says what Grenselos is, where somebody asks: in its home tab and at {@code /grenselos}. */
final class SlackHome {
  static final String COMMAND = "/grenselos";

  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackWork work;

  SlackHome(SlackCalls calls, SlackPeople people, SlackWork work) {
    this.calls = calls;
    this.people = people;
    this.work = work;
  }

  Response asked(SlashCommandRequest request, SlashCommandContext context) {
    return context.ack(words(request.getPayload().getUserId()).help());
  }

  Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    String user = payload.getEvent().getUser();
    if ("home".equals(payload.getEvent().getTab())) {
      work.later("home of " + user, () -> publish(user));
    }
    return context.ack();
  }

  private void publish(String user) {
    SlackWords words = words(user);
    View view =
        View.builder()
            .type("home")
            .blocks(
                List.of(
                    HeaderBlock.builder().text(SlackCard.plain("Grenselos")).build(),
                    SectionBlock.builder().text(SlackCard.plain(words.home())).build()))
            .build();
    calls.call("views.publish", methods -> methods.viewsPublish(r -> r.userId(user).view(view)));
  }

  private SlackWords words(String user) {
    return SlackWords.in(people.locale(user));
  }
}
