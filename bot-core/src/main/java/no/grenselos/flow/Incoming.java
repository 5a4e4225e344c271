package no.grenselos.flow;

import java.util.List;
import java.util.regex.Pattern;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Inbox;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;

/**
 * What comes in: stores what feeds bring and what calls tell, each event once, together with the
 * cursor behind it and how the feed does.
 */
final class Incoming {
  /** An id, an address, or our own words for a part of a page. */
  private static final Pattern PLACE =
      Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,200}|[a-z]{1,12} [a-z]{1,12}");

  private final Workroom room;

  Incoming(Workroom room) {
    this.room = room;
  }

  /**
   * Keeps a page, the cursor behind it and how the feed does together.
   *
   * @param node that reads the feed
   * @return how many events were new; -1 when another node read on meanwhile and nothing was kept
   */
  int take(Feed feed, String node, Cursor before, Fetch.Page page) {
    int fresh;
    try {
      fresh =
          room.write(work -> {
            moveOn(work, feed, node, before, page);
            return keep(work, feed.name(), page);
          });
    } catch (LeaseLost e) {
      return -1;
    }
    if (fresh > 0) room.signals().mentions().raise();
    return fresh;
  }

  /**
   * Keeps the cursor behind a page and how the feed does; its events are in the log already.
   *
   * @return false when another node read on meanwhile and nothing was kept
   */
  boolean carried(Feed feed, String node, Cursor before, Fetch.Page page) {
    try {
      return room.write(work -> {
        moveOn(work, feed, node, before, page);
        tellSkipped(work, feed.name(), page);
        return true;
      });
    } catch (LeaseLost e) {
      return false;
    }
  }

  private static void moveOn(Work work, Feed feed, String node, Cursor before, Fetch.Page page) {
    FeedState state = state(work, feed.name()).after(page, work.now()).with(feed.allowance());
    if (!work.books().feedStates().save(feed.name(), node, state)) throw new LeaseLost();
    if (!work.books().cursors().move(feed.name(), before, page.next())) throw new LeaseLost();
    FeedAlarms.judge(work, feed, state);
  }

  /**
   * Keeps what a call told. The same call sent again is kept once.
   *
   * @return how many events were new
   */
  static int keepTold(Work work, FeedLabel label, Told.Posts told) {
    return toldBefore(work, label, told) ? 0 : keep(work, label.name(), told.page());
  }

  /** The same where the events are in the log already. Whether the call did not come before. */
  static boolean carriedTold(Work work, FeedLabel label, Told.Posts told) {
    if (toldBefore(work, label, told)) return false;
    tellSkipped(work, label.name(), told.page());
    return true;
  }

  /** Whether the same call came before; else how the inlet does is kept. */
  private static boolean toldBefore(Work work, FeedLabel label, Told.Posts told) {
    String inlet = label.name();
    FeedStates states = work.books().feedStates();
    FeedState before = states.told(label, work.now());
    if (told.key().filter(key -> !states.firstCall(inlet, key, work.now())).isPresent()) {
      return true;
    }
    FeedState state = before.after(told.page(), work.now());
    states.keep(inlet, state);
    FeedAlarms.judge(work, inlet, state);
    return false;
  }

  /** Keeps a page's events, each once. How many of them were new. */
  static int keep(Work work, String from, Fetch.Page page) {
    int added = add(work, page.events());
    tellSkipped(work, from, page);
    return added;
  }

  private static void tellSkipped(Work work, String from, Fetch.Page page) {
    page.skipped()
        .forEach(
            s -> work.tell("item.skipped", null, from + " " + named(s.item()) + ": " + s.reason()));
  }

  /** What has blanks is a title or worse: words of others, which stay out of the log. */
  private static String named(String item) {
    return PLACE.matcher(item).matches() ? item : "an item";
  }

  /** How the feed or inlet did until now. */
  static FeedState state(Work work, String name) {
    return work.books()
        .feedStates()
        .find(name)
        .map(FeedStates.Row::state)
        .orElseGet(() -> FeedState.begun(work.now()));
  }

  /** Keeps an event, once. Whether it was new. */
  static boolean add(Work work, MentionEvent event) {
    return add(work, List.of(event)) == 1;
  }

  /** How many of them were new. */
  private static int add(Work work, List<MentionEvent> events) {
    // what waits of a post that is gone is nobody's to see, however long it was to wait
    events.stream()
        .filter(MentionEvent.Deleted.class::isInstance)
        .forEach(gone -> work.books().mentionInbox().forget(gone.id().toString()));
    List<Inbox.Arrival<MentionEvent>> arrivals =
        events.stream()
            .map(event -> new Inbox.Arrival<>(event.key(), event.id().toString(), event))
            .toList();
    boolean[] added = work.books().mentionInbox().addAll(arrivals, work.now());
    int fresh = 0;
    for (int i = 0; i < added.length; i++) {
      if (added[i]) fresh++;
      String what = added[i] ? "mention.received" : "mention.repeated";
      work.tell(what, null, arrivals.get(i).key());
    }
    return fresh;
  }
}
