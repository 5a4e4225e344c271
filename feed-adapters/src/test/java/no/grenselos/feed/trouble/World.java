package no.grenselos.feed.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import no.grenselos.feed.http.HandClock;

/** What people write, edit and take away. Safe for many threads. */
final class World {
  /** Who edits or deletes does so mostly soon. */
  private static final int TOUCHED = 60;

  private static final double LATE = 0.15;
  private static final double ANSWERS = 0.3;
  private static final Duration APART = Duration.ofSeconds(3);

  private final HandClock clock;
  private final Random dice;
  private final Duration late;
  private final List<Post> posts = new ArrayList<>();
  private Instant passed;

  /**
   * @param late how much later than written a network may show a post
   */
  World(HandClock clock, Random dice, Duration late) {
    this.clock = clock;
    this.dice = dice;
    this.late = late;
    this.passed = clock.instant().minus(Duration.ofHours(1));
  }

  /** So many posts were written since the last call, the newest of them just now. */
  synchronized List<Post> write(int many) {
    Instant now = clock.instant();
    Duration step = Duration.between(passed, now).dividedBy(many + 1);
    if (step.toMillis() < 1) throw new IllegalStateException("no time for " + many + " posts");
    List<Post> written = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      Instant at = Instant.ofEpochMilli(passed.plus(step.multipliedBy(i)).toEpochMilli());
      written.add(Post.written(posts.size() + i, at, at.plus(lateness()), answered()));
    }
    posts.addAll(written);
    passed = now;
    return written;
  }

  private Duration lateness() {
    boolean isLate = late.isPositive() && dice.nextDouble() < LATE;
    return isLate ? Duration.ofMillis(dice.nextLong(late.toMillis())) : Duration.ZERO;
  }

  /** One of the latest posts that answers none itself; 0 for none. */
  private int answered() {
    if (dice.nextDouble() >= ANSWERS) return 0;
    return drawn(shown().stream().filter(post -> post.answers() == 0).toList())
        .map(Post::number)
        .orElse(0);
  }

  /** The post with its new words; empty when there is none to edit. */
  synchronized Optional<Post> edit() {
    Instant now = clock.instant();
    // networks that number edits by the second could not tell two of one second apart
    List<Post> restful =
        shown().stream()
            .filter(post -> post.lastEdit().orElse(post.at()).isBefore(now.minus(APART)))
            .toList();
    Optional<Post> edited = drawn(restful).map(post -> post.edited(now));
    edited.ifPresent(this::put);
    return edited;
  }

  /** The post that is gone now; empty when there is none that nobody answered. */
  synchronized Optional<Post> delete() {
    List<Post> alone =
        shown().stream()
            .filter(post -> posts.stream().noneMatch(other -> other.answers() == post.number()))
            .toList();
    Optional<Post> deleted = drawn(alone).map(post -> post.deleted(clock.instant()));
    deleted.ifPresent(this::put);
    return deleted;
  }

  private void put(Post post) {
    posts.set(post.number() - 1, post);
  }

  private Optional<Post> drawn(List<Post> from) {
    if (from.isEmpty()) return Optional.empty();
    List<Post> latest = from.subList(Math.max(0, from.size() - TOUCHED), from.size());
    return Optional.of(latest.get(dice.nextInt(latest.size())));
  }

  /** All that was ever written, oldest first. */
  synchronized List<Post> all() {
    return List.copyOf(posts);
  }

  /** What the network lists by now, oldest first. */
  synchronized List<Post> shown() {
    Instant now = clock.instant();
    return posts.stream().filter(post -> post.isShown(now)).toList();
  }

  /** What it lists by now, newest first. */
  Stream<Post> newestFirst() {
    return shown().stream().sorted(Comparator.comparing(Post::at).reversed());
  }

  Optional<Post> shown(int number) {
    return shown().stream().filter(post -> post.number() == number).findFirst();
  }

  Instant now() {
    return clock.instant();
  }
}
