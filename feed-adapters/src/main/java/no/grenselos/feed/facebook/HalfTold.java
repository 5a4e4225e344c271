package no.grenselos.feed.facebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Ids of posts that a webhook told by half, for the feed beside it to ask for at its next look. In
 * memory and at most so many: what is lost here is completed by the daily look at all posts that we
 * hold. Safe for many threads.
 */
final class HalfTold {
  private static final int MOST = 1_000;

  private final Set<String> ids = new LinkedHashSet<>();

  /** Notes those of the page that are half told. */
  void note(Fetch.Page page, Network network) {
    for (MentionEvent event : page.events()) {
      if (!event.id().network().equals(network)) continue;
      switch (event) {
        case MentionEvent.Posted posted -> note(posted.id().id(), posted.mention().revision());
        case MentionEvent.Edited edited -> note(edited.id().id(), edited.mention().revision());
        case MentionEvent.Liked like -> {
          // tells all there is
        }
        case MentionEvent.Deleted deleted -> {
          // tells all there is
        }
      }
    }
  }

  private synchronized void note(String id, String revision) {
    if (Revision.isHalf(revision) && ids.size() < MOST) ids.add(id);
  }

  synchronized void putBack(Collection<String> again) {
    ids.addAll(again);
  }

  /** The next ones, the first told first; they are somebody's now. */
  synchronized List<String> take(int most) {
    List<String> taken = new ArrayList<>(ids.stream().limit(most).toList());
    taken.forEach(ids::remove);
    return taken;
  }
}
