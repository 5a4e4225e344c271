package no.grenselos.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import no.grenselos.mention.MentionId;

record MemoryEarlyPosts(SortedMap<String, Early> rows) implements EarlyPosts {
  record Early(MentionId post, MentionId speaksTo, Instant at) {}

  /** One transaction writes at a time. */
  @Override
  public void hold(Collection<MentionId> posts) {}

  @Override
  public void keep(MentionId post, MentionId speaksTo, Instant at) {
    rows.putIfAbsent(speaksTo + " " + post, new Early(post, speaksTo, at));
  }

  @Override
  public List<MentionId> before(MentionId post) {
    return rows.values().stream()
        .filter(early -> early.speaksTo().equals(post))
        .sorted(Comparator.comparing(Early::at).thenComparing(early -> early.post().toString()))
        .map(Early::post)
        .toList();
  }
}
