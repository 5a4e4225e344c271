package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.teams.ChannelInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.HouseWork;
import no.grenselos.web.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to the bot and its places: somebody adds it or throws it out, channels come, go and
 * are renamed. Told to the core once each.
 */
final class TeamsHouseWatch implements TeamsEar {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsHouseWatch.class);

  /** The last wait is about half an hour: who was added to a team is not told of it again. */
  private static final int MOST_TRIES = 12;

  private static final String LEARNING = "learn the channels";

  private final ChatContext context;
  private final TeamsConnector connector;
  private final TeamsHouse house;
  private final HouseWork work;
  private final TeamsTalk talk;

  TeamsHouseWatch(
      ChatContext context,
      TeamsConnector connector,
      TeamsHouse house,
      HouseWork work,
      TeamsTalk talk) {
    this.context = context;
    this.connector = connector;
    this.house = house;
    this.work = work;
    this.talk = talk;
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    return switch (call.type()) {
      case "installationUpdate" -> Optional.of(installed(call));
      case "conversationUpdate" -> Optional.of(changed(call));
      default -> Optional.empty();
    };
  }

  private HttpAnswer installed(TeamsCall call) {
    String action = TeamsCall.text(call.json(), "action");
    return switch (action) {
      case "add", "add-upgrade" -> added(call, action.equals("add"));
      case "remove", "remove-upgrade" -> removed(call);
      default -> TeamsAnswers.heard();
    };
  }

  /** Somebody who lets the bot in may be asked (again), and sees what there is. */
  private HttpAnswer added(TeamsCall call, boolean first) {
    if (!call.isPersonal()) {
      work.later(LEARNING, () -> learn(call, 1));
      return TeamsAnswers.heard();
    }
    if (first) work.later("introduction to " + call.handle(), () -> talk.home(call));
    return told(call, new HouseChange.PersonBack(call.handle()), "back");
  }

  private HttpAnswer removed(TeamsCall call) {
    if (call.isPersonal()) {
      work.later("note of a chat that closed", () -> house.people().closed(call.person()));
      return told(call, new HouseChange.BotBlocked(call.handle()), "blocked");
    }
    String team = team(call);
    List<TeamsChannels.Channel> lost =
        team.isEmpty()
            ? house.channels().find(call.conversation()).stream().toList()
            : house.channels().of(team);
    return gone(call, lost, HouseChange.Why.LEFT);
  }

  private HttpAnswer changed(TeamsCall call) {
    JsonNode channel = call.channelData().path("channel");
    String id = TeamsCall.text(channel, "id");
    return switch (TeamsCall.text(call.channelData(), "eventType")) {
      case "channelCreated" -> {
        named(call, id, TeamsCall.text(channel, "name"));
        yield TeamsAnswers.heard();
      }
      case "channelRestored" -> {
        named(call, id, TeamsCall.text(channel, "name"));
        String name = house.channels().written(id);
        yield told(call, new HouseChange.ChannelBack(place(id), name), id);
      }
      case "channelRenamed" -> renamed(call, id, TeamsCall.text(channel, "name"));
      case "channelDeleted" -> gone(call, id, HouseChange.Why.DELETED);
      case "teamArchived", "teamDeleted", "teamHardDeleted" ->
          gone(call, house.channels().of(team(call)), HouseChange.Why.ARCHIVED);
      case "teamUnarchived", "teamRestored", "teamRenamed" -> {
        work.later(LEARNING, () -> learn(call, 1));
        yield TeamsAnswers.heard();
      }
      case "teamMemberAdded", "teamMemberRemoved" -> {
        house.members().changed(call.conversation());
        yield TeamsAnswers.heard();
      }
      default -> members(call);
    };
  }

  /** Teams tells of the bot's coming and going here too, and in group chats only here. */
  private HttpAnswer members(TeamsCall call) {
    if (isUsAmong(call, "membersAdded") && !call.isPersonal()) {
      work.later(LEARNING, () -> learn(call, 1));
    }
    return TeamsAnswers.heard();
  }

  private static boolean isUsAmong(TeamsCall call, String key) {
    for (JsonNode member : call.json().path(key)) {
      if (TeamsCall.text(member, "id").equals(call.bot())) return true;
    }
    return false;
  }

  /** One after the other, until the core does not hear of one. */
  private HttpAnswer gone(
      TeamsCall call, List<TeamsChannels.Channel> channels, HouseChange.Why why) {
    for (TeamsChannels.Channel channel : channels) {
      HttpAnswer answer = gone(call, channel.id(), why);
      if (answer.status() != 200) return answer;
    }
    return TeamsAnswers.heard();
  }

  private HttpAnswer renamed(TeamsCall call, String id, String to) {
    String from = house.channels().written(id);
    named(call, id, to);
    return told(call, new HouseChange.ChannelRenamed(place(id), from, "#" + to), id + to);
  }

  private HttpAnswer gone(TeamsCall call, String id, HouseChange.Why why) {
    String name = house.channels().written(id);
    HttpAnswer answer = told(call, new HouseChange.ChannelGone(place(id), name, why), id);
    if (answer.status() == 200) house.channels().forget(id);
    return answer;
  }

  private void named(TeamsCall call, String id, String name) {
    if (id.isEmpty() || name.isEmpty()) return;
    house
        .channels()
        .learn(
            new TeamsChannels.Channel(
                id, name, team(call), teamName(call), call.service().toString()));
  }

  /** What may pass is tried again, after twice the time each time. */
  private void learn(TeamsCall call, int attempt) {
    String team = team(call);
    if (team.isEmpty()) {
      String name = TeamsCall.text(call.json().path("conversation"), "name");
      named(call, call.conversation(), name.isEmpty() ? call.conversation() : name);
      return;
    }
    switch (connector.channels(call.service(), team)) {
      case TeamsReply.Yes<List<ChannelInfo>> yes -> {
        house.channels().learn(team, teamName(call), call.service(), yes.answer());
        for (ChannelInfo channel : yes.answer()) back(call, channel);
      }
      case TeamsReply.No<List<ChannelInfo>> no ->
          LOG.warn("teams channels not learned team={} {}", team, no);
      default -> learnLater(call, attempt);
    }
  }

  private void learnLater(TeamsCall call, int attempt) {
    if (attempt == MOST_TRIES) {
      LOG.warn("teams channels not learned team={} tries={}", team(call), attempt);
      return;
    }
    Duration wait = Duration.ofSeconds(1L << (attempt - 1));
    work.after(wait, LEARNING, () -> learn(call, attempt + 1));
  }

  /** Cards there are in reach again, where they were not. */
  private void back(TeamsCall call, ChannelInfo channel) {
    String name = house.channels().written(channel.getId());
    HttpAnswer unused =
        told(
            call,
            new HouseChange.ChannelBack(place(channel.getId()), name),
            "back" + channel.getId());
  }

  private HttpAnswer told(TeamsCall call, HouseChange change, String what) {
    ChatEvent event =
        new ChatEvent(
            call.id("house") + ":" + what,
            call.who(),
            new ChatEvent.On.Nothing(),
            change,
            context.clock().instant());
    HouseWork.Ended ended =
        work.attempt("house change", () -> context.listener().happened(event), () -> {});
    return ended == HouseWork.Ended.DONE ? TeamsAnswers.heard() : HttpAnswer.empty(503);
  }

  private static HouseChange.ChannelId place(String id) {
    return new HouseChange.ChannelId(TeamsChatProvider.HOUSE, id);
  }

  private static String team(TeamsCall call) {
    return TeamsCall.text(call.channelData().path("team"), "id");
  }

  private static String teamName(TeamsCall call) {
    return TeamsCall.text(call.channelData().path("team"), "name");
  }
}
