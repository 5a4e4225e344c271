package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.PagedMembersResult;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a card in a channel or group asks for its newest state when it is seen. Teams takes at
 * most 60 (learn.microsoft.com, up-to-date cards): in a larger one those who did something there
 * last. Safe for many threads.
 */
final class TeamsMembers {
  private static final int MOST = 60;
  private static final Duration FRESH = Duration.ofHours(1);

  private final TeamsConnector connector;
  private final Cache<String, Set<String>> active =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofDays(7)).maximumSize(10_000).build();
  private final Cache<String, List<String>> listed =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

  TeamsMembers(TeamsConnector connector) {
    this.connector = connector;
  }

  /** Somebody did something there. */
  void saw(String conversation, String userId) {
    if (userId.isEmpty()) return;
    Set<String> there = active.get(conversation, key -> new LinkedHashSet<>());
    synchronized (there) {
      there.remove(userId);
      there.add(userId);
      if (there.size() > MOST) there.remove(there.iterator().next());
    }
  }

  /** Somebody came or left. */
  void changed(String conversation) {
    listed.invalidate(conversation);
  }

  /** Teams' ids, at most 60; asks Teams once an hour, and makes do when it does not say. */
  List<String> of(String conversation, URI service) {
    List<String> all = listed.getIfPresent(conversation);
    if (all == null) {
      all = ask(conversation, service);
      listed.put(conversation, all);
    }
    return actingFirst(conversation, all);
  }

  /** As far as it is remembered, without asking. */
  List<String> remembered(String conversation) {
    List<String> all = listed.getIfPresent(conversation);
    return actingFirst(conversation, all == null ? List.of() : all);
  }

  private List<String> actingFirst(String conversation, List<String> all) {
    Set<String> ids = new LinkedHashSet<>(acting(conversation).reversed());
    ids.addAll(all);
    return ids.stream().limit(MOST).toList();
  }

  private List<String> acting(String conversation) {
    Set<String> there = active.getIfPresent(conversation);
    if (there == null) return List.of();
    synchronized (there) {
      return List.copyOf(there);
    }
  }

  private List<String> ask(String conversation, URI service) {
    return connector.members(service, conversation, Optional.empty())
            instanceof TeamsReply.Yes<PagedMembersResult> page
        ? page.answer().getMembers().stream().map(ChannelAccount::getId).toList()
        : List.of();
  }
}
