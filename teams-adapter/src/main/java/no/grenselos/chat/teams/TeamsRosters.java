package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.PagedMembersResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All members of a team or group chat by their addresses, read page by page and kept for five
 * minutes, in memory alone. Safe for many threads.
 */
final class TeamsRosters {
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** A team has 25,000 members at most (learn.microsoft.com, limits), which are 50 pages. */
  private static final int PAGES = 100;

  private final TeamsConnector connector;
  private final Cache<String, Map<String, ChannelAccount>> rosters =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(100).build();

  TeamsRosters(TeamsConnector connector) {
    this.connector = connector;
  }

  /** By e-mail address and by user principal name, in lower case. */
  TeamsReply<Map<String, ChannelAccount>> of(TeamsSpot place) {
    Map<String, ChannelAccount> known = rosters.getIfPresent(place.conversation());
    if (known != null) return new TeamsReply.Yes<>(known);
    Map<String, ChannelAccount> members = new LinkedHashMap<>();
    Optional<String> next = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      TeamsReply<PagedMembersResult> reply =
          connector.members(place.service(), place.conversation(), next);
      if (!(reply instanceof TeamsReply.Yes<PagedMembersResult> yes))
        return TeamsReply.map(reply, answer -> Map.of());
      yes.answer().getMembers().forEach(member -> note(member, members));
      next = Optional.ofNullable(yes.answer().getContinuationToken()).filter(t -> !t.isEmpty());
      if (next.isEmpty()) break;
    }
    rosters.put(place.conversation(), members);
    return new TeamsReply.Yes<>(members);
  }

  /** An address that is somebody's own goes before one that is only their name at the login. */
  private static void note(ChannelAccount member, Map<String, ChannelAccount> members) {
    Stream.of("email", "userPrincipalName")
        .map(key -> text(member, key).toLowerCase(Locale.ROOT))
        .filter(address -> !address.isEmpty())
        .forEach(address -> members.putIfAbsent(address, member));
  }

  /** Their id in the directory; empty where Teams does not say. */
  static String directoryId(ChannelAccount member) {
    String id = member.getAadObjectId();
    return id == null || id.isEmpty() ? text(member, "objectId") : id;
  }

  private static String text(ChannelAccount member, String key) {
    JsonNode value = member.getProperties().get(key);
    return value == null ? "" : value.asText("");
  }
}
