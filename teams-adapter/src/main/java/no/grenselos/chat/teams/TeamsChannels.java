package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.teams.ChannelInfo;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.grenselos.chat.ChatMemory;

/**
 * The channels and group chats the bot is in, by the names the rule book calls them: {@code #care},
 * or with the team {@code #Service/care}. Learnt when the bot is added and when Teams tells of a
 * change; kept in the store. Safe for many threads.
 */
final class TeamsChannels {
  /** Teams gives the first channel of a team no name (learn.microsoft.com, "Get team's list"). */
  static final String GENERAL = "General";

  private static final String ALL = "all";
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final TeamsNotes<Channel> notes;
  private final Cache<String, Map<String, Channel>> all =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build();

  TeamsChannels(ChatMemory memory) {
    this.notes = new TeamsNotes<>(memory, "channel", Channel.class);
  }

  /**
   * Where the bot may write.
   *
   * @param team the team's id in Teams; empty for a group chat
   */
  record Channel(String id, String name, String team, String teamName, String service) {
    URI at() {
      return URI.create(service);
    }

    boolean isCalled(String bare) {
      return bare.equals(lower(name)) || bare.equals(lower(teamName + "/" + name));
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** By a name of the rule book, or Teams' own id. */
  Optional<Channel> find(String name) {
    Map<String, Channel> channels = channels();
    Channel byId = channels.get(name);
    if (byId != null) return Optional.of(byId);
    String bare = (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    return channels.values().stream().filter(channel -> channel.isCalled(bare)).findFirst();
  }

  /** Those of one team. */
  List<Channel> of(String team) {
    return channels().values().stream().filter(channel -> channel.team().equals(team)).toList();
  }

  /** Where members can be asked for: each team once, and each group chat. */
  List<TeamsSpot> places() {
    Map<String, TeamsSpot> places = new LinkedHashMap<>();
    for (Channel channel : channels().values()) {
      String place = channel.team().isEmpty() ? channel.id() : channel.team();
      places.putIfAbsent(place, new TeamsSpot(channel.at(), place));
    }
    return List.copyOf(places.values());
  }

  /** As the rule book would write it; empty for one that is not known. */
  String written(String id) {
    return Optional.ofNullable(channels().get(id)).map(channel -> "#" + channel.name()).orElse("");
  }

  /** A team's channels, as Teams lists them. */
  void learn(String team, String teamName, URI service, List<ChannelInfo> listed) {
    for (ChannelInfo channel : listed) {
      String name = Objects.requireNonNullElse(channel.getName(), GENERAL);
      learn(new Channel(channel.getId(), name, team, teamName, service.toString()));
    }
  }

  void learn(Channel channel) {
    if (channel.equals(channels().get(channel.id()))) return;
    notes.keep(channel.id(), channel);
    all.invalidateAll();
  }

  /** We are not there any more. */
  void forget(String id) {
    notes.forget(id);
    all.invalidateAll();
  }

  private Map<String, Channel> channels() {
    return all.get(ALL, key -> read());
  }

  private Map<String, Channel> read() {
    Map<String, Channel> channels = new LinkedHashMap<>();
    notes.all().forEach(channel -> channels.put(channel.id(), channel));
    return channels;
  }
}
