package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.dnd.DndTeamInfoResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import no.grenselos.chat.Presence;
import org.jspecify.annotations.Nullable;

/**
 * Where people are and when they want quiet. Asks for many at once: on a morning with hundreds of
 * nudges, one call each would be ten times what Slack allows. Safe for many threads.
 */
final class SlackDays {
  /**
   * Slack tells when somebody wants quiet ({@code dnd_updated_user}), but not when they change
   * their hours while we are away.
   */
  private static final Duration KNOWN = Duration.ofMinutes(10);

  /** "For up to 50 users" (docs.slack.dev, dnd.teamInfo). */
  private static final int AT_ONCE = 50;

  private final SlackCalls calls;
  private final SlackMembers members;
  private final Clock clock;
  private final Cache<String, SlackQuiet> quiet =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(50_000).build();

  /** Whom we had to know about: they are asked for again along with others. */
  private final Cache<String, Boolean> wanted =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(7)).maximumSize(10_000).build();

  private final ReentrantLock asking = new ReentrantLock();

  SlackDays(SlackCalls calls, SlackMembers members, Clock clock) {
    this.calls = calls;
    this.members = members;
    this.clock = clock;
  }

  /** Something about them changed: Slack is asked anew. */
  void forget(String id) {
    quiet.invalidate(id);
  }

  Presence of(String id) {
    wanted.put(id, true);
    members.learnIfUnknown(id);
    SlackReply<SlackMembers.Member> member = members.find(id);
    if (member instanceof SlackReply.TooFast<SlackMembers.Member> fast) {
      return Presence.busy(fast.time());
    }
    ZoneId zone =
        member instanceof SlackReply.Yes<SlackMembers.Member> yes ? yes.answer().zone() : null;
    SlackReply<SlackQuiet> said = quiet(id);
    if (said instanceof SlackReply.TooFast<SlackQuiet> fast) return Presence.busy(fast.time());
    return said instanceof SlackReply.Yes<SlackQuiet> yes
        ? new Presence(zone, yes.answer().end(clock.instant()))
        : new Presence(zone, null);
  }

  private SlackReply<SlackQuiet> quiet(String id) {
    SlackQuiet known = known(id);
    if (known != null) return new SlackReply.Yes<>(known);
    asking.lock();
    try {
      // whoever asked before may have asked for this one too
      SlackQuiet meanwhile = known(id);
      return meanwhile != null ? new SlackReply.Yes<>(meanwhile) : ask(id);
    } finally {
      asking.unlock();
    }
  }

  private @Nullable SlackQuiet known(String id) {
    SlackQuiet known = quiet.getIfPresent(id);
    return known == null || known.isOver(clock.instant()) ? null : known;
  }

  private SlackReply<SlackQuiet> ask(String id) {
    List<String> together = together(id);
    // "Must provide more than one user" (docs.slack.dev, dnd.teamInfo, no_users_provided)
    if (together.size() == 1) return askForOne(id);
    SlackReply<Optional<SlackQuiet>> said =
        SlackReplies.map(
            calls.call("dnd.teamInfo", methods -> methods.dndTeamInfo(r -> r.users(together))),
            answer -> learnt(answer, id));
    // one whom we may not see spoils it for all; and the other method has a limit of its own
    return said instanceof SlackReply.Yes<Optional<SlackQuiet>> yes && yes.answer().isPresent()
        ? new SlackReply.Yes<>(yes.answer().get())
        : askForOne(id);
  }

  /** The one, and others of whom nothing is known: first those who had to be known before. */
  private List<String> together(String id) {
    Stream<String> others =
        Stream.concat(wanted.asMap().keySet().stream(), members.remembered().stream())
            .filter(other -> known(other) == null)
            .filter(other -> !members.remembered(other).map(m -> m.gone()).orElse(false));
    return Stream.concat(Stream.of(id), others).distinct().limit(AT_ONCE).toList();
  }

  private Optional<SlackQuiet> learnt(DndTeamInfoResponse answer, String id) {
    answer.getUsers().forEach((who, info) -> quiet.put(who, SlackQuiet.of(info, clock.instant())));
    return Optional.ofNullable(quiet.getIfPresent(id));
  }

  private SlackReply<SlackQuiet> askForOne(String id) {
    return SlackReplies.map(
        calls.call("dnd.info", methods -> methods.dndInfo(r -> r.user(id))),
        answer -> {
          SlackQuiet said = SlackQuiet.of(answer, clock.instant());
          quiet.put(id, said);
          return said;
        });
  }
}
