package no.grenselos.chat.slack;

import com.slack.api.methods.response.dnd.DndInfoResponse;
import com.slack.api.methods.response.dnd.DndTeamInfoResponse.DndTeamMemberInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody does not want to be disturbed, as Slack says it (docs.slack.dev, dnd.info: moments
 * in seconds; whoever has no such hours has some in 1970).
 *
 * @param from begun, or yet to come
 */
record SlackQuiet(Instant from, Instant until) {
  private static final SlackQuiet NEVER = new SlackQuiet(Instant.EPOCH, Instant.EPOCH);

  static SlackQuiet of(DndTeamMemberInfo info, Instant now) {
    return hours(info.isDndEnabled(), info.getNextDndStartTs(), info.getNextDndEndTs(), now);
  }

  static SlackQuiet of(DndInfoResponse info, Instant now) {
    SlackQuiet hours =
        hours(info.isDndEnabled(), info.getNextDndStartTs(), info.getNextDndEndTs(), now);
    if (!info.isSnoozeEnabled()) return hours;
    Instant snoozed = moment(info.getSnoozeEndtime());
    if (!snoozed.isAfter(now)) return hours;
    boolean longer = !hours.from.isAfter(now) && hours.until.isAfter(snoozed);
    return new SlackQuiet(now, longer ? hours.until : snoozed);
  }

  private static SlackQuiet hours(
      boolean enabled, @Nullable Number start, @Nullable Number end, Instant now) {
    return enabled && moment(end).isAfter(now) ? new SlackQuiet(moment(start), moment(end)) : NEVER;
  }

  private static Instant moment(@Nullable Number seconds) {
    return Instant.ofEpochSecond(seconds == null ? 0 : seconds.longValue());
  }

  /** Until when they are not to be disturbed; null when they may be. */
  @Nullable Instant end(Instant now) {
    return !from.isAfter(now) && until.isAfter(now) ? until : null;
  }

  /** Slack tells of one stretch only: after it, what comes next is not known. */
  boolean isOver(Instant now) {
    return !equals(NEVER) && !until.isAfter(now);
  }
}
