package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.chat.Place;

/** Finds the ids of places, and remembers them. Safe for many threads. */
final class SlackChannels {
  private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{5,}");
  private static final int PAGE = 500;

  private final SlackCalls calls;
  private final Cache<String, String> byName =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(6)).maximumSize(50_000).build();
  private final Cache<String, String> names =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(30)).maximumSize(50_000).build();
  private final Cache<String, String> directs =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).maximumSize(50_000).build();

  SlackChannels(SlackCalls calls) {
    this.calls = calls;
  }

  /** The channel id of the place. */
  SlackReply<String> find(Place place) {
    if (!place.house().equals(SlackChatProvider.HOUSE)) {
      return new SlackReply.No<>("not_a_slack_place", List.of(place.toString()));
    }
    return switch (place) {
      case Place.Direct direct -> direct(direct.to().id());
      case Place.Channel channel -> named(channel.name());
    };
  }

  /** A message arrived in the channel when it was sent to the place. */
  void found(Place place, String id) {
    if (place instanceof Place.Direct direct) directs.put(direct.to().id(), id);
  }

  /** After Slack said that a place is not there: the next search asks again. */
  void forget(Place place) {
    switch (place) {
      case Place.Direct direct -> directs.invalidate(direct.to().id());
      case Place.Channel channel -> byName.invalidate(bare(channel.name()));
    }
  }

  /** The channel is closed to us: the next search asks again. Its name is still known. */
  void forget(String id) {
    byName.asMap().values().removeIf(id::equals);
  }

  /** The old name goes on to lead there, as long as no other channel takes it. */
  void renamed(String id, String to) {
    names.put(id, to);
    byName.put(bare(to), id);
  }

  /** What it is called, as {@code #kundeservice}; asks Slack when it was not seen before. */
  Optional<String> name(String id) {
    String known = names.getIfPresent(id);
    if (known != null) return Optional.of("#" + known);
    var reply = calls.call("conversations.info", m -> m.conversationsInfo(r -> r.channel(id)));
    return SlackReplies.map(reply, answer -> answer.getChannel().getName())
            instanceof SlackReply.Yes<String> yes
        ? Optional.ofNullable(yes.answer()).map(name -> "#" + name)
        : Optional.empty();
  }

  /** How a person finds the place in Slack. */
  static String describe(Place place) {
    return switch (place) {
      case Place.Direct direct -> "the conversation with " + direct.to();
      case Place.Channel channel -> channel.name();
    };
  }

  private SlackReply<String> direct(String user) {
    String known = directs.getIfPresent(user);
    if (known != null) return new SlackReply.Yes<>(known);
    var reply =
        calls.call(
            "conversations.open",
            methods -> methods.conversationsOpen(r -> r.users(List.of(user))));
    return SlackReplies.map(
        reply,
        answer -> {
          String id = answer.getChannel().getId();
          directs.put(user, id);
          return id;
        });
  }

  private SlackReply<String> named(String name) {
    if (ID.matcher(name).matches()) return new SlackReply.Yes<>(name);
    Optional<String> known = known(name);
    if (known.isPresent()) return new SlackReply.Yes<>(known.get());
    SlackReply<Boolean> listed = list();
    if (!(listed instanceof SlackReply.Yes<Boolean>)) return SlackReplies.map(listed, all -> "");
    return known(name)
        .<SlackReply<String>>map(SlackReply.Yes::new)
        .orElseGet(() -> new SlackReply.No<>("channel_not_found", List.of()));
  }

  private Optional<String> known(String name) {
    return Optional.ofNullable(byName.getIfPresent(bare(name)));
  }

  private static String bare(String name) {
    return (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  /** A name that a channel had before leads there too, unless it is another's now. */
  private void learn(Conversation channel) {
    names.put(channel.getId(), channel.getName());
    byName.put(bare(channel.getName()), channel.getId());
    if (channel.getPreviousNames() == null) return;
    for (String before : channel.getPreviousNames()) {
      byName.asMap().putIfAbsent(bare(before), channel.getId());
    }
  }

  /** Learns all names the bot can see, page by page. */
  SlackReply<Boolean> list() {
    String cursor = "";
    do {
      String from = cursor;
      SlackReply<ConversationsListResponse> reply =
          calls.call(
              "conversations.list",
              methods ->
                  methods.conversationsList(r ->
                      r.types(
                              List.of(
                                  ConversationType.PUBLIC_CHANNEL,
                                  ConversationType.PRIVATE_CHANNEL))
                          .excludeArchived(true)
                          .limit(PAGE)
                          .cursor(from.isEmpty() ? null : from)));
      if (!(reply instanceof SlackReply.Yes<ConversationsListResponse> page)) {
        return SlackReplies.map(reply, answer -> false);
      }
      page.answer().getChannels().forEach(this::learn);
      cursor = SlackReplies.nextPage(page.answer().getResponseMetadata());
    } while (!cursor.isEmpty());
    return new SlackReply.Yes<>(true);
  }
}
