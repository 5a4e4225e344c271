package no.grenselos.playground.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who favoured and boosted what, and who is told of whose posts. Guarded by the network's lock. */
final class Interest {
  private static final Status.Counts NONE = new Status.Counts(0, 0, 0);

  private final Map<String, Set<String>> favourites = new HashMap<>();
  private final Map<String, Map<String, String>> boosts = new HashMap<>();
  private final Map<String, Status.Counts> crowd = new HashMap<>();
  private final Map<String, Set<String>> subscribers = new HashMap<>();

  boolean favour(String statusId, String accountId) {
    return favourites.computeIfAbsent(statusId, id -> new LinkedHashSet<>()).add(accountId);
  }

  Optional<String> boostOf(String statusId, String accountId) {
    return Optional.ofNullable(boosts.getOrDefault(statusId, Map.of()).get(accountId));
  }

  void boosted(String statusId, String accountId, String boostId) {
    boosts.computeIfAbsent(statusId, id -> new LinkedHashMap<>()).put(accountId, boostId);
  }

  /** Forgets a boost that was deleted. */
  void unboosted(String statusId, String accountId) {
    boosts.getOrDefault(statusId, new LinkedHashMap<>()).remove(accountId);
  }

  boolean favoured(String statusId, String accountId) {
    return favourites.getOrDefault(statusId, Set.of()).contains(accountId);
  }

  void crowd(String statusId, Status.Counts more) {
    crowd.put(statusId, more);
  }

  /** People who are told of each post of {@code accountId}. */
  Set<String> subscribers(String accountId) {
    return subscribers.computeIfAbsent(accountId, id -> new LinkedHashSet<>());
  }

  Status.Counts counts(String statusId, int replies) {
    Status.Counts more = crowd.getOrDefault(statusId, NONE);
    return new Status.Counts(
        replies + more.replies(),
        boosts.getOrDefault(statusId, Map.of()).size() + more.boosts(),
        favourites.getOrDefault(statusId, Set.of()).size() + more.favourites());
  }
}
