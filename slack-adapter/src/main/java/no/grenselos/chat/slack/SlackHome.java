package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.Page;

/** The home tab. */
final class SlackHome implements SlackEar {
  private final ChatListener listener;
  private final SlackCalls calls;
  private final SlackPeople people;
  private final HouseWork work;

  SlackHome(ChatListener listener, SlackCalls calls, SlackPeople people, HouseWork work) {
    this.listener = listener;
    this.calls = calls;
    this.people = people;
    this.work = work;
  }

  @Override
  public void listen(App app) {
    app.event(AppHomeOpenedEvent.class, this::opened);
  }

  private Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    String user = payload.getEvent().getUser();
    if ("home".equals(payload.getEvent().getTab())) {
      work.later("home of " + user, () -> publish(user, listener.home(people.user(user, null))));
    }
    return context.ack();
  }

  /** Publishes the home; also by itself, when something in it changed. */
  SlackReply<ViewsPublishResponse> publish(String user, Page page) {
    SlackWords words = SlackWords.in(people.locale(user));
    var blocks = SlackPage.draw(page, SlackPage.HOME, people::called, words);
    View view = View.builder().type("home").blocks(blocks).build();
    return calls.call(
        "views.publish", methods -> methods.viewsPublish(r -> r.userId(user).view(view)));
  }
}
