package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.mention.MentionEvent;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.work.Marked;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what feeds brought, a good many at a time: posts are read side by side, and while they are
 * kept, the next are read. Those that nobody is asked about are most of a busy network's; where
 * they follow each other they are kept in one transaction.
 */
final class PostRounds {
  private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);

  /** So many posts at most are read side by side. */
  private static final int MOST = 64;

  /** A round that takes longer is followed by a smaller one. */
  private static final Duration LONG = Duration.ofSeconds(2);

  private final Workroom room;
  private final Intake intake;
  private final Executor readers;
  private final Entries<MentionEvent> waiting;

  /** All of a round must end within its lease, and while a stopping service is waited for. */
  private int most = MOST;

  /** The next ones, also when a round failed meanwhile; null when no more were waiting. */
  private volatile @Nullable Batch ahead;

  /**
   * @param readers reads while the posts before are kept
   */
  PostRounds(Workroom room, Intake intake, Executor readers) {
    this.room = room;
    this.intake = intake;
    this.readers = readers;
    this.waiting = new Entries<>(room, Books::mentionInbox);
  }

  /**
   * What was taken together.
   *
   * @param sifted by their entries; none when one of them cannot be read, which then shows by
   *     itself
   */
  private record Batch(
      Instant taken,
      List<Inbox.Entry<MentionEvent>> entries,
      CompletableFuture<Map<Long, Sifted>> sifted) {}

  void leave() {
    waiting.leave();
  }

  /** Gives back what was taken ahead, read or not; after the last round. */
  void letGo() {
    Batch left = ahead;
    if (left != null) waiting.givesBack(left.entries());
  }

  /** One round. Returns how long to rest. */
  Duration round() {
    Batch batch = next();
    if (batch.entries().size() >= most) readAhead();
    inOrder(batch);
    boolean took = Duration.between(batch.taken(), room.now()).compareTo(LONG) > 0;
    most = took ? Math.max(1, most / 2) : Math.min(MOST, most * 2);
    return batch.entries().isEmpty() ? Rounds.POLL : Duration.ZERO;
  }

  private Batch next() {
    Batch read = ahead;
    ahead = null;
    return read == null ? taken(Runnable::run) : read;
  }

  /** Takes them first: one writes at a time, and would wait for the posts before to be kept. */
  private void readAhead() {
    Batch next = taken(readers);
    if (!next.entries().isEmpty()) ahead = next;
  }

  private Batch taken(Executor by) {
    Instant now = room.now();
    List<Inbox.Entry<MentionEvent>> entries = waiting.lease(most);
    return new Batch(now, entries, CompletableFuture.supplyAsync(() -> sifted(entries), by));
  }

  private void inOrder(Batch batch) {
    List<Inbox.Entry<MentionEvent>> entries = batch.entries();
    Map<Long, Sifted> sifted = batch.sifted().join();
    List<Sifted> together = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (waiting.givesBack(entries.subList(i, entries.size()))) break;
      Inbox.Entry<MentionEvent> entry = entries.get(i);
      Sifted post = sifted.get(entry.id());
      if (post != null && post.dropped()) {
        together.add(post);
      } else {
        keep(together);
        together.clear();
        if (post == null) alone(entry, () -> intake.handle(entry));
        else alone(post);
      }
    }
    keep(together);
  }

  private Map<Long, Sifted> sifted(List<Inbox.Entry<MentionEvent>> entries) {
    try {
      return Sifted.all(entries, room).stream()
          .collect(Collectors.toMap(post -> post.entry().id(), Function.identity()));
    } catch (RuntimeException e) {
      LOG.info("posts are read one by one count={}", entries.size(), e);
      return Map.of();
    }
  }

  private void keep(List<Sifted> together) {
    if (together.size() > 1 && keptTogether(together)) return;
    together.forEach(this::alone);
  }

  private boolean keptTogether(List<Sifted> posts) {
    try {
      intake.keep(posts);
      return true;
    } catch (RuntimeException e) {
      // one that cannot be kept must not take the others along
      LOG.info("posts are kept one by one count={} reason={}", posts.size(), e.getClass());
      return false;
    }
  }

  private void alone(Sifted post) {
    alone(post.entry(), () -> intake.keep(post));
  }

  private void alone(Inbox.Entry<MentionEvent> entry, Runnable handling) {
    Marked.by(Marked.MENTION, entry.event().id())
        .around(() -> waiting.work(entry, same -> handling.run()));
  }
}
