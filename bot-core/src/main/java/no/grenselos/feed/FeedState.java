package no.grenselos.feed;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed, over restarts and whoever reads it.
 *
 * @param since when it was first looked at
 * @param lookedAt when a look last went well; null for never
 * @param newestAt when posts last came; null for never
 * @param lag how old the newest of them was then; null for none
 * @param usualGap the longest time without posts of late; it fades by half in {@link #FADES}
 * @param trouble why looks fail now, in plain English; null while they do not
 * @param troubledSince when they began to; null while they do not
 * @param month of the count, in UTC
 * @param posts read in that month, new or changed; networks that bill by the post bill for these
 * @param recent posts read of late: each counts less with time, by half in {@link #RECENT}; as of
 *     the last look that went well
 * @param allowance what the network said it still allows; null where it does not
 */
public record FeedState(
    Instant since,
    @Nullable Instant lookedAt,
    @Nullable Instant newestAt,
    @Nullable Duration lag,
    Duration usualGap,
    @Nullable String trouble,
    @Nullable Instant troubledSince,
    YearMonth month,
    long posts,
    double recent,
    @Nullable Allowance allowance) {
  /** A long weekend is still known of two weeks later. */
  static final Duration FADES = Duration.ofDays(14);

  /** What is usual cannot be told of a feed before it was watched for so long. */
  static final Duration LEARNS = Duration.ofDays(7);

  /** No silence below this is worth a word. */
  static final Duration SHORT = Duration.ofHours(1);

  /** Networks fail for moments all the time. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Long enough for feeds of few posts, short enough to show a bad day. */
  static final Duration RECENT = Duration.ofHours(6);

  /** Never looked at before. */
  public static FeedState begun(Instant now) {
    return new FeedState(
        now, null, null, null, Duration.ZERO, null, null, monthOf(now), 0, 0, null);
  }

  /** The month that networks' bills are counted in. */
  public static YearMonth monthOf(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
  }

  /** A look went well. */
  public FeedState after(Fetch.Page page, Instant now) {
    return afterPage(
        now, (int) page.written().count(), page.written().max(naturalOrder()).orElse(null));
  }

  /**
   * A look went well.
   *
   * @param read new or changed posts, repetitions too
   * @param newest when the newest of them was written; null where there were none
   */
  public FeedState afterPage(Instant now, int read, @Nullable Instant newest) {
    boolean came = newest != null;
    return new FeedState(
        since,
        now,
        came ? now : newestAt,
        newest == null ? lag : atLeastNone(Duration.between(newest, now)),
        came && newestAt != null ? usual(Duration.between(newestAt, now)) : usualGap,
        null,
        null,
        monthOf(now),
        postsIn(monthOf(now)) + read,
        recentAt(now) + read,
        allowance);
  }

  /** A look failed, or we may not look. */
  public FeedState afterTrouble(Instant now, String why) {
    Instant began = troubledSince == null ? now : troubledSince;
    return new FeedState(
        since, lookedAt, newestAt, lag, usualGap, why, began, month, posts, recent, allowance);
  }

  /** The network said what it still allows. */
  public FeedState with(Optional<Allowance> said) {
    return new FeedState(
        since,
        lookedAt,
        newestAt,
        lag,
        usualGap,
        trouble,
        troubledSince,
        month,
        posts,
        recent,
        said.orElse(null));
  }

  /**
   * How many posts an hour came of late. Of a feed that is younger than an hour, what came counts
   * as that of an hour.
   */
  public double postsPerHour(Instant now) {
    Duration age = Duration.between(since, now);
    Duration watched = age.compareTo(SHORT) > 0 ? age : SHORT;
    double hours = RECENT.toHours() / Math.log(2) * (1 - faded(watched));
    return recentAt(now) / hours;
  }

  private double recentAt(Instant now) {
    return lookedAt == null ? 0 : recent * faded(atLeastNone(Duration.between(lookedAt, now)));
  }

  private static double faded(Duration time) {
    return Math.pow(0.5, (double) time.toMillis() / RECENT.toMillis());
  }

  private Duration usual(Duration gap) {
    double faded = usualGap.toMillis() * Math.pow(0.5, (double) gap.toMillis() / FADES.toMillis());
    return Duration.ofMillis(Math.max(gap.toMillis(), Math.round(faded)));
  }

  // a network's clock may be ahead of ours
  private static Duration atLeastNone(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** How many posts were read in that month; only the last one is kept. */
  public long postsIn(YearMonth asked) {
    return asked.equals(month) ? posts : 0;
  }

  /** For how long nothing came, where that is more than twice what is usual for the feed. */
  public Optional<Duration> unusualSilence(Instant now) {
    if (newestAt == null || Duration.between(since, now).compareTo(LEARNS) < 0) {
      return Optional.empty();
    }
    Duration silence = Duration.between(newestAt, now);
    Duration usual = usualGap.multipliedBy(2);
    Duration most = usual.compareTo(SHORT) > 0 ? usual : SHORT;
    return Optional.of(silence).filter(time -> time.compareTo(most) > 0);
  }

  /** Why it cannot be read, where that is so for longer than networks fail in passing. */
  public Optional<String> lastingTrouble(Instant now) {
    if (troubledSince == null) return Optional.empty();
    boolean lasting = Duration.between(troubledSince, now).compareTo(PATIENCE) >= 0;
    return Optional.ofNullable(trouble).filter(why -> lasting);
  }
}
