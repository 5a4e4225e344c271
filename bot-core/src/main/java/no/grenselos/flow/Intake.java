package no.grenselos.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.insight.Counting;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Inbox;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Erasure;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * What comes in: stores what feeds bring, once; then reads each mention, decides, and opens the
 * ticket with everything that follows from it in one transaction.
 */
final class Intake {
  /** An id, an address, or our own words for a part of a page. */
  private static final Pattern PLACE =
      Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,200}|[a-z]{1,12} [a-z]{1,12}");

  private final Workroom room;
  private final Asking asking;

  Intake(Workroom room, Asking asking) {
    this.room = room;
    this.asking = asking;
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
        return tellSkipped(work, feed.name(), page);
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

  /** The same where the events are in the log already. */
  static boolean carriedTold(Work work, FeedLabel label, Told.Posts told) {
    return !toldBefore(work, label, told) && tellSkipped(work, label.name(), told.page());
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
    boolean unused = tellSkipped(work, from, page);
    return added;
  }

  private static boolean tellSkipped(Work work, String from, Fetch.Page page) {
    page.skipped()
        .forEach(
            s -> work.tell("item.skipped", null, from + " " + named(s.item()) + ": " + s.reason()));
    return true;
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

  /** Works on one stored event; when it throws, nothing of it was kept. */
  void handle(Inbox.Entry<MentionEvent> entry) {
    switch (entry.event()) {
      case MentionEvent.Posted posted -> seen(entry);
      case MentionEvent.Edited edited -> seen(entry);
      case MentionEvent.Liked like -> liked(entry, like);
      case MentionEvent.Deleted deleted -> deleted(entry, deleted);
    }
  }

  private void seen(Inbox.Entry<MentionEvent> entry) {
    Sifted.all(List.of(entry), room).forEach(this::keep);
  }

  /** Keeps what was read, and what follows from it. */
  void keep(Sifted post) {
    keep(List.of(post));
  }

  /** Keeps them in one transaction: all of them, or none when it throws. */
  void keep(List<Sifted> posts) {
    room.write(work -> {
      Precedence.hold(work, posts);
      posts.forEach(post -> kept(work, post));
      return true;
    });
  }

  private boolean kept(Work work, Sifted post) {
    if (post.decision() instanceof Decision.Hold hold) return hold(work, post.entry(), hold);
    if (Precedence.waits(work, post.entry(), post.mention())) return true;
    if (!work.books().mentionInbox().done(post.entry())) throw new LeaseLost();
    keep(work, post.entry(), post.mention(), post.reading(), post.decision());
    return true;
  }

  private static boolean hold(Work work, Inbox.Entry<MentionEvent> entry, Decision.Hold hold) {
    work.tell("mention.held", null, entry.key() + " until " + hold.until() + ": " + hold.reason());
    return work.books().mentionInbox().again(entry, hold.until(), hold.reason());
  }

  private void keep(
      Work work,
      Inbox.Entry<MentionEvent> entry,
      Mention mention,
      Reading reading,
      Decision decision) {
    if (!work.books().mentions().add(mention, reading, decision, entry.receivedAt())) {
      Optional<MentionLog.Logged> before = work.books().mentions().find(mention.id());
      if (before.filter(MentionLog.Logged::erased).isEmpty())
        work.tell("mention.repeated", null, entry.key());
      return;
    }
    if (mention.kind() == MentionKind.RESHARE && mention.reshareOf() != null) {
      reshared(work, mention);
      return;
    }
    MentionLog.Logged post =
        new MentionLog.Logged(mention, reading, decision, entry.receivedAt(), false);
    Counting.came(work, post);
    Optional<Ticket> ticket =
        work.books()
            .tickets()
            .of(mention.id())
            .or(() ->
                work.books().care().followed(mention.id()).flatMap(work.books().tickets()::find));
    if (ticket.isPresent()) {
      work.note(Work.GRENSELOS, "mention.edited", ticket.get().id(), mention.id().toString());
      work.refresh(ticket.get().id());
    } else {
      if (!room.features().received(work, post)) follow(work, mention, decision);
    }
  }

  private static void reshared(Work work, Mention mention) {
    if (mention.reshareOf() == null) return;
    if (!work.books().mentions().addReshare(mention.reshareOf(), mention.id(), work.now())) return;
    work.tell("mention.reshared", null, mention.id() + " of " + mention.reshareOf());
    work.books().tickets().of(mention.reshareOf()).ifPresent(ticket -> work.refresh(ticket.id()));
  }

  private void follow(Work work, Mention mention, Decision decision) {
    switch (decision) {
      case Decision.Ask ask -> open(work, mention, Lane.EXPERT, ask.topic(), ask.terms(), ask);
      case Decision.Queue queue -> open(work, mention, Lane.CARE, null, queue.terms(), queue);
      case Decision.Both both -> open(work, mention, Lane.BOTH, both.topic(), both.terms(), both);
      case Decision.Drop drop -> {
        work.tell("mention.dropped", null, mention.id() + ": " + drop.reason());
        if (drop.nobodys()) Ordinary.sample(work, mention);
      }
      case Decision.Hold hold -> throw new IllegalStateException("a held mention is not followed");
    }
  }

  private void open(
      Work work,
      Mention mention,
      Lane lane,
      @Nullable TopicId topic,
      Terms terms,
      Decision decision) {
    Instant promised = Courtesy.promised(work, terms, work.book().teamOf(terms.channel()));
    Optional<Ticket> opened =
        work.open(
            new Ticket.Draft(
                mention.id(), lane, topic, terms, decision.because(), work.now(), promised, null));
    if (opened.isEmpty()) return;
    Ordinary.notAfterAll(work, mention);
    Ticket ticket = opened.get();
    work.note(
        Work.GRENSELOS,
        "ticket.opened",
        ticket.id(),
        mention.id()
            + " by "
            + String.join(" + ", decision.because().routes())
            + (topic == null ? "" : ", topic " + topic));
    if (lane != Lane.EXPERT) asking.queue(work, ticket);
    if (lane != Lane.CARE) asking.next(work, ticket);
  }

  private void liked(Inbox.Entry<MentionEvent> entry, MentionEvent.Liked like) {
    room.write(work -> {
      if (!work.books().mentionInbox().done(entry)) throw new LeaseLost();
      room.features().liked(work, like);
      return true;
    });
  }

  private void deleted(Inbox.Entry<MentionEvent> entry, MentionEvent.Deleted event) {
    room.write(work -> {
      if (!work.books().mentionInbox().done(entry)) throw new LeaseLost();
      Erasure.of(work, event.id(), Erasure.Cause.DELETED_OUTSIDE);
      work.tell("mention.deleted", null, event.id().toString());
      return true;
    });
  }

  /** The entry's lease went to somebody else, who does the work. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
      super("the lease went to somebody else", null, false, false);
    }
  }
}
