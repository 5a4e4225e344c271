package no.grenselos.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.log.Parcel;
import no.grenselos.log.Receipt;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.work.Workroom;

/**
 * Addresses events: those of a conversation keep their order. What happens to a post that is known
 * goes the way that the post went, whatever it says now; a deletion or a like of a post that is not
 * known goes by the post, which does no harm: a post whose deletion came first is not taken in.
 */
final class Parcels {
  private Parcels() {}

  /** Without what the store has already: some feeds tell everything again and again. */
  static List<Parcel> of(Workroom room, String from, List<MentionEvent> events) {
    Instant now = room.now();
    return room.read(books -> {
      Set<String> seen =
          books.mentionInbox().seen(events.stream().map(MentionEvent::key).distinct().toList());
      return events.stream()
          .filter(event -> !seen.contains(event.key()))
          .map(event -> new Parcel(key(books, event), from, now, event))
          .toList();
    });
  }

  private static String key(Books books, MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted when posted.mention().revision().isEmpty() ->
          key(posted.mention());
      case MentionEvent.Posted posted -> known(books, posted.id(), key(posted.mention()));
      case MentionEvent.Edited edited -> known(books, edited.id(), key(edited.mention()));
      case MentionEvent.Liked liked -> known(books, liked.id(), liked.id().toString());
      case MentionEvent.Deleted deleted -> known(books, deleted.id(), deleted.id().toString());
    };
  }

  private static String known(Books books, MentionId id, String otherwise) {
    return books
        .mentions()
        .find(id)
        .map(MentionLog.Logged::mention)
        .map(Parcels::key)
        .orElse(otherwise);
  }

  private static String key(Mention mention) {
    return mention.network() + ":" + mention.conversation();
  }

  /** The page with what the log set aside among what was skipped. */
  static Fetch.Page without(Fetch.Page page, Receipt.Kept kept) {
    if (kept.setAside().isEmpty()) return page;
    List<Skipped> skipped = new ArrayList<>(page.skipped());
    skipped.addAll(kept.setAside());
    return new Fetch.Page(page.events(), page.next(), page.more(), skipped);
  }
}
