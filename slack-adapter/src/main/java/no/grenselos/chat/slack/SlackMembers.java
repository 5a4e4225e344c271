package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.User;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import no.grenselos.time.OnwardClock;
import org.jspecify.annotations.Nullable;

/** The members of the workspace, each remembered for an hour. Safe for many threads. */
final class SlackMembers {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** After a list that was refused; until then people are asked for one by one. */
  private static final Duration BREATH = Duration.ofMinutes(1);

  /** After one that did not arrive: asked for one by one, many would soon wait for their turn. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final int PAGE = 1000;

  /** A message waits meanwhile: of a larger workspace the rest is asked for one by one. */
  private static final int PAGES = 4;

  private final SlackCalls calls;
  private final Clock clock;
  private final Cache<String, Member> members =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(50_000).build();
  private final ReentrantLock learning = new ReentrantLock();
  private Instant learnAgain = Instant.MIN;

  SlackMembers(SlackCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = new OnwardClock(clock);
  }

  /**
   * A member as Slack shows them.
   *
   * @param gone deactivated
   */
  record Member(String name, Locale locale, @Nullable ZoneId zone, boolean gone) {}

  /** Asks Slack when they are not remembered. */
  SlackReply<Member> find(String id) {
    Member known = members.getIfPresent(id);
    if (known != null) return new SlackReply.Yes<>(known);
    var reply =
        calls.call("users.info", methods -> methods.usersInfo(r -> r.user(id).includeLocale(true)));
    return SlackReplies.map(
        reply,
        answer -> {
          Member member = read(answer.getUser());
          members.put(id, member);
          return member;
        });
  }

  /** What is remembered of them, without asking; empty when nothing is. */
  Optional<Member> remembered(String id) {
    return Optional.ofNullable(members.getIfPresent(id));
  }

  /** The ids of all that are remembered. */
  Set<String> remembered() {
    return members.asMap().keySet();
  }

  /** Something about them changed: Slack is asked anew. */
  void forget(String id) {
    members.invalidate(id);
  }

  /**
   * Before somebody is looked for who has to be messaged: where one is not remembered, hundreds may
   * not be, and asking for each would be too much for Slack. So all are learnt at once, at most
   * once an hour; nobody waits for another who does it.
   */
  void learnIfUnknown(String id) {
    if (remembered(id).isPresent() || !learning.tryLock()) return;
    try {
      if (clock.instant().isBefore(learnAgain)) return;
      Duration rest = learn();
      learnAgain = clock.instant().plus(rest);
    } finally {
      learning.unlock();
    }
  }

  /** How long that will do. */
  private Duration learn() {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      String from = cursor;
      SlackReply<UsersListResponse> reply =
          calls.call(
              "users.list",
              methods ->
                  methods.usersList(
                      r -> r.includeLocale(true).limit(PAGE).cursor(from.isEmpty() ? null : from)));
      switch (reply) {
        case SlackReply.Yes<UsersListResponse> yes -> {
          yes.answer().getMembers().forEach(user -> members.put(user.getId(), read(user)));
          cursor = SlackReplies.nextPage(yes.answer().getResponseMetadata());
          if (cursor.isEmpty()) return REMEMBERED;
        }
        case SlackReply.No<UsersListResponse> no -> {
          return BREATH;
        }
        case SlackReply.TooFast<UsersListResponse> fast -> {
          return fast.time();
        }
        case SlackReply.NotReached<UsersListResponse> away -> {
          return SOON;
        }
        case SlackReply.Unclear<UsersListResponse> lost -> {
          return SOON;
        }
      }
    }
    return REMEMBERED;
  }

  /** As Slack wrote of them. */
  static Member read(User user) {
    String chosen = user.getProfile() == null ? "" : user.getProfile().getDisplayName();
    // a display name that is only the login name says less than the real one
    String shown = chosen == null || chosen.equals(user.getName()) ? "" : chosen;
    String name =
        Stream.of(shown, user.getRealName(), user.getName())
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("");
    String locale = user.getLocale() == null ? "en" : user.getLocale();
    return new Member(name, Locale.forLanguageTag(locale), zone(user.getTz()), user.isDeleted());
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
