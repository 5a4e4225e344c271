package no.grenselos.feed.facebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.ReplyWay;

/**
 * Posts of which a webhook did not tell the last word, for the feed beside it to ask for at its
 * next look: told by half, or later than something newer. Meta calls again for hours where nobody
 * opened, and promises no order; an older word must not replace a newer one. In memory and at most
 * so many: what is lost here is completed by the daily look at all posts that we hold. Safe for
 * many threads.
 */
final class HalfTold {
  private static final int MOST = 1_000;
  private static final int MOST_KNOWN = 4 * MOST;

  /** Our own margin, not a documented figure: what comes later may have been overtaken. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Note> notes = new LinkedHashMap<>();

  /** As of when each post was last told, by webhook or by list; those told last at the end. */
  private final Map<String, Instant> known = new LinkedHashMap<>();

  /**
   * To be asked for.
   *
   * @param told as the webhook told it
   * @param shown whether it was passed on, and may stand where a newer word stood
   */
  record Note(Mention told, boolean shown) {
    String id() {
      return told.id().id();
    }
  }

  HalfTold(Clock clock) {
    this.clock = clock;
  }

  /**
   * What to keep of an event; empty where something newer is known already, or more of it.
   *
   * @param at when it happened
   */
  synchronized Optional<MentionEvent> pass(MentionEvent event, Instant at) {
    return switch (event) {
      case MentionEvent.Posted posted -> passes(posted.mention(), at) ? some(event) : none();
      case MentionEvent.Edited edited -> passes(edited.mention(), at) ? some(event) : none();
      case MentionEvent.Liked like -> some(like);
      case MentionEvent.Deleted deleted -> {
        know(deleted.id().id(), at);
        yield some(deleted);
      }
    };
  }

  private static Optional<MentionEvent> some(MentionEvent event) {
    return Optional.of(event);
  }

  private static Optional<MentionEvent> none() {
    return Optional.empty();
  }

  private boolean passes(Mention told, Instant at) {
    String id = told.id().id();
    boolean half = Revision.isHalf(told.revision());
    Optional<Instant> last = Optional.ofNullable(known.get(id));
    boolean passes = last.filter(newest -> half || newest.isAfter(at)).isEmpty();
    boolean late = last.isEmpty() && at.plus(SOON).isBefore(clock.instant());
    if (passes) know(id, at);
    if (half || late || !passes) note(new Note(told, passes));
    return passes;
  }

  private void know(String id, Instant at) {
    Instant before = known.remove(id);
    known.put(id, before == null || before.isBefore(at) ? at : before);
    if (known.size() > MOST_KNOWN) known.remove(known.keySet().iterator().next());
  }

  private void note(Note note) {
    boolean wasShown = notes.containsKey(note.id()) && notes.get(note.id()).shown();
    if (wasShown && !note.shown()) return;
    if (notes.size() < MOST || wasShown) notes.put(note.id(), note);
  }

  /** A list told these, as they were then. */
  synchronized void listed(Collection<String> ids, Instant at) {
    ids.forEach(id -> know(id, at));
  }

  synchronized void putBack(Collection<Note> again) {
    again.forEach(note -> notes.putIfAbsent(note.id(), note));
  }

  /** The next ones, the first told first; they are somebody's now. */
  synchronized List<Note> take(int most) {
    List<Note> taken = new ArrayList<>(notes.values().stream().limit(most).toList());
    taken.forEach(note -> notes.remove(note.id()));
    return taken;
  }

  /**
   * The whole post where the webhook said that it stands: asked for alone, it may not tell. Where
   * an older word may have taken the newest one's place, under a revision that replaces it.
   */
  static Mention placed(Mention whole, Note note) {
    Mention told = note.told();
    ReplyWay way =
        told.replyWay() instanceof ReplyWay.ByHand hand && whole.replyWay() instanceof ReplyWay.Api
            ? new ReplyWay.ByHand(whole.link(), hand.reason())
            : whole.replyWay();
    return new Mention(
        whole.id(),
        note.shown() ? Revision.again(whole.revision()) : whole.revision(),
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
