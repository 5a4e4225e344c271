package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.request.chat.ChatUnfurlRequest.UnfurlDetail;
import com.slack.api.model.event.LinkSharedEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.HouseWork;

/** Shows below a shared link what the core knows of it. */
final class SlackPreviews implements SlackEar {
  private final ChatListener listener;
  private final SlackCalls calls;
  private final SlackPeople people;
  private final HouseWork work;
  private final SlackCard cards;

  SlackPreviews(ChatListener listener, SlackCalls calls, SlackPeople people, HouseWork work) {
    this.listener = listener;
    this.calls = calls;
    this.people = people;
    this.work = work;
    this.cards = new SlackCard(people::called);
  }

  @Override
  public void listen(App app) {
    app.event(LinkSharedEvent.class, this::shared);
  }

  /** In a channel shared with another company nothing is told: who has a post is our own affair. */
  private Response shared(EventsApiPayload<LinkSharedEvent> payload, EventContext context) {
    LinkSharedEvent event = payload.getEvent();
    boolean ours = event.getUser() != null && !payload.isExtSharedChannel();
    if (ours) work.later("links in " + event.getChannel(), () -> show(event));
    return context.ack();
  }

  private void show(LinkSharedEvent event) {
    ChatUser who = people.user(event.getUser(), null);
    Map<String, UnfurlDetail> known = new LinkedHashMap<>();
    for (LinkSharedEvent.Link link : event.getLinks()) {
      SlackLinks.parse(link.getUrl())
          .flatMap(shown -> listener.about(who, shown.to()))
          .map(card -> cards.draw(new ChatEvent.On.Nothing(), card))
          .ifPresent(message ->
              known.put(
                  link.getUrl(),
                  UnfurlDetail.builder()
                      .blocks(message.blocks())
                      .fallback(message.text())
                      .build()));
    }
    if (known.isEmpty()) return;
    calls.call(
        "chat.unfurl",
        methods ->
            methods.chatUnfurl(
                r -> r.unfurlId(event.getUnfurlId()).source(event.getSource()).unfurls(known)));
  }
}
