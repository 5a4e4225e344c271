package no.grenselos.reading.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * Puts copies of one post into one group, for a window of 48 hours and about a million posts:
 * reposts, cut and quoted copies, copies with links, emoji or hashtags added, and those with about
 * three words changed. Measured by containment: how much of the shorter text stands in the longer,
 * each word weighing what it tells (see {@link Sameness}).
 *
 * <p>A false copy hides a customer's post, so a text of fewer than five words ("Takk!") joins
 * nobody, and neither does one whose words half the window says; identical texts of five words are
 * copies. A text of ten words with three changed may be missed where many posts are worded alike.
 *
 * <p>Keeps ids and 32-bit numbers of the first 45 words, never text: about 400 bytes a post, in
 * arrays that double as posts come, so a quiet house pays little. Time is the caller's: the latest
 * one given is now, and a time before it counts as now. The same posts in the same order give the
 * same groups. Safe for many threads, one at a time.
 */
public final class CopyIndex {
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final int MILLION = 1 << 20;
  private static final int AT_FIRST = 1 << 8;

  private final long windowMillis;
  private final int most;
  private final WordWeights weights = new WordWeights();
  private final Sameness sameness = new Sameness(weights);
  private PostRing posts;
  private CopyGroups groups;
  private KeyChains chains;
  private Candidates candidates;
  private long now = Long.MIN_VALUE;

  public CopyIndex() {
    this(TWO_DAYS, MILLION);
  }

  /**
   * @param window more than nothing; a post is in it for exactly so long
   * @param most posts kept, 256 to 2^23; with more in the window the oldest leave early
   */
  public CopyIndex(Duration window, int most) {
    if (!window.isPositive()) {
      throw new IllegalArgumentException("window is " + window + ", must be more than nothing");
    }
    if (most < AT_FIRST || most > 1 << 23) {
      throw new IllegalArgumentException("most is " + most + ", must be 256 to 8388608");
    }
    this.windowMillis = window.toMillis();
    this.most = most;
    clear(AT_FIRST);
  }

  /**
   * Takes a post into the window and into its group.
   *
   * @param text of any length and content; with less than five words it is not kept
   * @param at when it was read, by the caller's clock
   * @return the oldest post of its group that is in the window; empty when it is like no other. An
   *     edited post may find itself
   */
  public synchronized Optional<MentionId> add(MentionId id, String text, Instant at) {
    now = Math.max(now, at.toEpochMilli());
    expire();
    int[] words = PlainWords.of(text);
    if (words.length < PlainWords.FEWEST) return Optional.empty();
    makeRoom();
    Like like = like(words);
    int slot = posts.add(id, now, words);
    chains.add(slot, posts.text(slot));
    if (like.speaks() < Sameness.WHOLE) count(slot);
    if (like.speaks() > 0) {
      groups.join(slot, like.slot());
      return leader(slot);
    }
    groups.found(slot);
    return Optional.empty();
  }

  /** Takes a deleted or erased post out, so that it leads and joins nobody; looks through all. */
  public synchronized void forget(MentionId id) {
    for (int rank = 0; rank < posts.count(); rank++) {
      int slot = posts.slot(rank);
      if (!id.equals(posts.id(slot))) continue;
      if (posts.counted(slot)) weights.remove(posts.text(slot));
      posts.forget(slot);
    }
  }

  /** Posts kept at the time last given. */
  public synchronized int size() {
    return posts.count();
  }

  /** The post most like a text, and what speaks for that: 0 for none. */
  private record Like(int slot, int speaks) {}

  private Like like(int[] words) {
    Text text = Text.of(words);
    int[] own = sameness.weights(text);
    Like best = new Like(-1, 0);
    for (int slot : candidates.of(words, own)) {
      int speaks = sameness.of(text, own, posts.text(slot));
      if (speaks > best.speaks()) best = new Like(slot, speaks);
      if (speaks == Integer.MAX_VALUE) break;
    }
    return best;
  }

  // a thousand copies count once, but of posts in one mould each: so the mould is seen through
  private void count(int slot) {
    posts.markCounted(slot);
    weights.add(posts.text(slot));
  }

  private Optional<MentionId> leader(int slot) {
    int member = groups.oldestWith(slot);
    @Nullable MentionId id = posts.id(member);
    while (id == null) {
      member = groups.younger(member);
      id = posts.id(member);
    }
    return Optional.of(id);
  }

  private void expire() {
    long tooOld = now - windowMillis;
    while (posts.count() > 0 && posts.time(posts.slot(0)) <= tooOld) dropOldest();
  }

  private void dropOldest() {
    int slot = posts.slot(0);
    if (posts.counted(slot)) weights.remove(posts.text(slot));
    groups.leave(slot);
    posts.dropOldest();
  }

  private void makeRoom() {
    if (posts.count() == most) dropOldest();
    else if (posts.count() == posts.capacity()) grow();
  }

  private void clear(int capacity) {
    posts = new PostRing(capacity);
    groups = new CopyGroups(capacity);
    chains = new KeyChains(capacity);
    candidates = new Candidates(posts, chains);
  }

  // a post's rank in the old ring is its slot in the new one
  private void grow() {
    PostRing old = posts;
    CopyGroups oldGroups = groups;
    clear(old.capacity() * 2);
    for (int rank = 0; rank < old.count(); rank++) {
      int slot = posts.copy(old, old.slot(rank));
      chains.add(slot, posts.text(slot));
      int leader = old.rank(oldGroups.oldestWith(old.slot(rank)));
      if (leader == rank) groups.found(slot);
      else groups.join(slot, leader);
    }
  }
}
