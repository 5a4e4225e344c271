package no.grenselos.feed.facebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;

/**
 * Posts that a webhook told by half, for the feed beside it to ask for at its next look. In memory
 * and at most so many: what is lost here is completed by the daily look at all posts that we hold.
 * Safe for many threads.
 */
final class HalfTold {
  private static final int MOST = 1_000;

  private final Map<String, Mention> posts = new LinkedHashMap<>();

  /** Notes those of the page that are half told. */
  void note(Fetch.Page page, Network network) {
    for (MentionEvent event : page.events()) {
      switch (event) {
        case MentionEvent.Posted posted -> note(posted.mention(), network);
        case MentionEvent.Edited edited -> note(edited.mention(), network);
        case MentionEvent.Liked like -> {
          // tells all there is
        }
        case MentionEvent.Deleted deleted -> {
          // tells all there is
        }
      }
    }
  }

  private synchronized void note(Mention told, Network network) {
    boolean half = told.network().equals(network) && Revision.isHalf(told.revision());
    if (half && posts.size() < MOST) posts.put(told.id().id(), told);
  }

  synchronized void putBack(Collection<Mention> again) {
    again.forEach(told -> posts.putIfAbsent(told.id().id(), told));
  }

  /** The next ones, the first told first; they are somebody's now. */
  synchronized List<Mention> take(int most) {
    List<Mention> taken = new ArrayList<>(posts.values().stream().limit(most).toList());
    taken.forEach(told -> posts.remove(told.id().id()));
    return taken;
  }

  /** The whole post where the webhook said that it stands: asked for alone, it may not tell. */
  static Mention placed(Mention whole, Mention told) {
    ReplyWay way =
        told.replyWay() instanceof ReplyWay.ByHand hand && whole.replyWay() instanceof ReplyWay.Api
            ? new ReplyWay.ByHand(whole.link(), hand.reason())
            : whole.replyWay();
    return new Mention(
        whole.id(),
        whole.revision(),
        told.conversation(),
        whole.link(),
        whole.author(),
        whole.text(),
        told.kind(),
        whole.language(),
        told.inReplyTo(),
        told.reshareOf(),
        way,
        whole.publishedAt());
  }
}
