package no.grenselos.chat.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.Lookup;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** Who is who in the workspace, ourselves included. Safe for many threads. */
final class SlackPeople {
  /** A name is nice to have; nobody waits for it longer. */
  private static final Duration NAME_PATIENCE = Duration.ofMillis(300);

  private final SlackCalls calls;
  private final HouseWork work;
  private final SlackMembers members;
  private final SlackEmails emails;
  private final SlackDays days;
  private volatile @Nullable Bot bot;

  SlackPeople(SlackCalls calls, HouseWork work, Clock clock) {
    this.calls = calls;
    this.work = work;
    this.members = new SlackMembers(calls, clock);
    this.emails = new SlackEmails(calls, members);
    this.days = new SlackDays(calls, members, clock);
  }

  /** Our own user and bot id. */
  record Bot(String userId, String botId) {}

  /** Asks Slack when they are not remembered; empty when Slack does not say. */
  Optional<SlackMembers.Member> member(String id) {
    return members.find(id) instanceof SlackReply.Yes<SlackMembers.Member> yes
        ? Optional.of(yes.answer())
        : Optional.empty();
  }

  /**
   * Where messages to them go: their own id will do, and opening each conversation first would be
   * more calls than Slack allows. But Slack takes messages to people who left (python-slack-sdk
   * issue 1156), so we look whether they are here.
   */
  SlackReply<String> address(String id) {
    SlackReply<SlackMembers.Member> member = members.find(id);
    return member instanceof SlackReply.Yes<SlackMembers.Member> yes && yes.answer().gone()
        ? new SlackReply.No<>("user_disabled", List.of())
        : SlackReplies.map(member, here -> id);
  }

  Locale locale(String id) {
    return work.within(NAME_PATIENCE, () -> member(id))
        .map(SlackMembers.Member::locale)
        .orElse(Locale.ENGLISH);
  }

  /** Somebody of whom an event spoke. */
  ChatUser user(String id, @Nullable String named) {
    String otherwise = named == null ? "" : named;
    String name =
        work.within(NAME_PATIENCE, () -> member(id))
            .map(SlackMembers.Member::name)
            .orElse(otherwise);
    return new ChatUser(new Handle(SlackChatProvider.HOUSE, id), name);
  }

  /** What is remembered of them, without asking; empty when nothing is. */
  Optional<SlackMembers.Member> remembered(String id) {
    return members.remembered(id);
  }

  /** Something about them changed: Slack is asked anew. */
  void forget(String id) {
    members.forget(id);
    days.forget(id);
  }

  /** Their name; their id where Slack does not say. */
  String name(String id) {
    return member(id).map(SlackMembers.Member::name).filter(name -> !name.isBlank()).orElse(id);
  }

  /** How a card calls them: a text, as a true mention would alert them. */
  String called(ChatUser user) {
    if (!user.name().isBlank()) return user.name();
    if (!user.handle().house().equals(SlackChatProvider.HOUSE)) return user.handle().id();
    return name(user.handle().id());
  }

  /** Their time zone, and whether they asked not to be disturbed. */
  Presence presence(String id) {
    return days.of(id);
  }

  /** Who has that address; a few minutes old at most. */
  Lookup lookUp(Email email) {
    return emails.find(email);
  }

  /** Ourselves; asked once. */
  SlackReply<Bot> bot() {
    Bot known = bot;
    if (known != null) return new SlackReply.Yes<>(known);
    SlackReply<AuthTestResponse> reply =
        calls.call("auth.test", methods -> methods.authTest(r -> r));
    return SlackReplies.map(
        reply,
        answer -> {
          Bot asked = new Bot(answer.getUserId(), answer.getBotId());
          bot = asked;
          return asked;
        });
  }
}
