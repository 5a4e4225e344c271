package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.User;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelRenameEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.DndUpdatedUserEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupRenameEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.HouseWork;
import no.grenselos.expert.Handle;

/**
 * What happens to the workspace itself: people come and go, channels close, the app is thrown out.
 * Told to the core once each; what we remember of it is forgotten.
 */
final class SlackHouseWatch implements SlackEar {
  /** Nobody in particular did it. */
  private static final ChatUser SLACK =
      new ChatUser(new Handle(SlackChatProvider.HOUSE, "workspace"), "Slack");

  private final ChatListener listener;
  private final Clock clock;
  private final SlackPeople people;
  private final SlackChannels channels;
  private final HouseWork work;

  SlackHouseWatch(ChatContext context, SlackPeople people, SlackChannels channels, HouseWork work) {
    this.listener = context.listener();
    this.clock = context.clock();
    this.people = people;
    this.channels = channels;
    this.work = work;
  }

  @Override
  public void listen(App app) {
    on(app, AppUninstalledEvent.class, event -> disconnected("the app was uninstalled"));
    on(app, TokensRevokedEvent.class, SlackHouseWatch::revoked);
    on(app, UserChangeEvent.class, event -> changed(event.getUser()));
    on(app, DndUpdatedUserEvent.class, event -> restless(event.getUser()));
    on(app, ChannelArchiveEvent.class, event -> gone(event.getChannel(), HouseChange.Why.ARCHIVED));
    on(app, GroupArchiveEvent.class, event -> gone(event.getChannel(), HouseChange.Why.ARCHIVED));
    on(app, ChannelDeletedEvent.class, event -> gone(event.getChannel(), HouseChange.Why.DELETED));
    on(app, GroupDeletedEvent.class, event -> gone(event.getChannel(), HouseChange.Why.DELETED));
    on(app, ChannelLeftEvent.class, event -> gone(event.getChannel(), HouseChange.Why.LEFT));
    on(app, GroupLeftEvent.class, event -> gone(event.getChannel(), HouseChange.Why.LEFT));
    on(app, MemberLeftChannelEvent.class, this::left);
    on(app, MemberJoinedChannelEvent.class, this::joined);
    on(app, ChannelUnarchiveEvent.class, event -> back(event.getChannel()));
    on(app, GroupUnarchiveEvent.class, event -> back(event.getChannel()));
    on(
        app,
        ChannelRenameEvent.class,
        event -> renamed(event.getChannel().getId(), event.getChannel().getName()));
    on(
        app,
        GroupRenameEvent.class,
        event -> renamed(event.getChannel().getId(), event.getChannel().getName()));
  }

  /**
   * @param change what it means to the core; empty when nothing
   */
  private <E extends Event> void on(
      App app, Class<E> type, Function<E, Optional<HouseChange>> change) {
    app.event(type, (payload, context) -> heard(payload, context, change));
  }

  private <E extends Event> Response heard(
      EventsApiPayload<E> payload, EventContext context, Function<E, Optional<HouseChange>> change)
      throws SlackComeAgain {
    String id = payload.getEventId();
    Runnable tell = () -> change.apply(payload.getEvent()).ifPresent(what -> tell(id, what));
    HouseWork.Ended ended = work.attempt("house change " + id, tell, () -> {});
    if (ended != HouseWork.Ended.DONE) throw new SlackComeAgain(id);
    return context.ack();
  }

  private void tell(String eventId, HouseChange change) {
    listener.happened(
        new ChatEvent(
            "slack:event:" + eventId, SLACK, new ChatEvent.On.Nothing(), change, clock.instant()));
  }

  private static Optional<HouseChange> disconnected(String reason) {
    return Optional.of(new HouseChange.Disconnected(SlackChatProvider.HOUSE, reason));
  }

  /** Only the bot's token is ours; people's tokens are none of our business. */
  private static Optional<HouseChange> revoked(TokensRevokedEvent event) {
    boolean ours =
        event.getTokens() != null
            && event.getTokens().getBot() != null
            && !event.getTokens().getBot().isEmpty();
    return ours ? disconnected("the app's token was revoked") : Optional.empty();
  }

  /** Slack says this of every change of a profile; only going and coming back are told. */
  private Optional<HouseChange> changed(User user) {
    boolean wasHere = people.remembered(user.getId()).map(member -> !member.gone()).orElse(false);
    people.forget(user.getId());
    Handle who = new Handle(SlackChatProvider.HOUSE, user.getId());
    if (user.isDeleted()) return Optional.of(new HouseChange.PersonGone(who));
    return wasHere ? Optional.empty() : Optional.of(new HouseChange.PersonBack(who));
  }

  private Optional<HouseChange> restless(String user) {
    people.forget(user);
    return Optional.empty();
  }

  private Optional<HouseChange> left(MemberLeftChannelEvent event) {
    return isUs(event.getUser())
        ? gone(event.getChannel(), HouseChange.Why.LEFT)
        : Optional.empty();
  }

  private Optional<HouseChange> joined(MemberJoinedChannelEvent event) {
    return isUs(event.getUser()) ? back(event.getChannel()) : Optional.empty();
  }

  private boolean isUs(String user) {
    if (!(people.bot() instanceof SlackReply.Yes<SlackPeople.Bot> us)) {
      throw new IllegalStateException("Slack does not say who we are; the event must come again");
    }
    return us.answer().userId().equals(user);
  }

  private Optional<HouseChange> gone(String id, HouseChange.Why why) {
    String name = channels.name(id).orElse("");
    channels.forget(id);
    return Optional.of(new HouseChange.ChannelGone(place(id), name, why));
  }

  private Optional<HouseChange> back(String id) {
    return Optional.of(new HouseChange.ChannelBack(place(id), channels.name(id).orElse("")));
  }

  private Optional<HouseChange> renamed(String id, String to) {
    String from = channels.name(id).orElse("");
    channels.renamed(id, to);
    return Optional.of(new HouseChange.ChannelRenamed(place(id), from, "#" + to));
  }

  private static HouseChange.ChannelId place(String id) {
    return new HouseChange.ChannelId(SlackChatProvider.HOUSE, id);
  }
}
