package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.User;
import java.time.Duration;
import java.util.Locale;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds members by their e-mail address ({@code users.lookupByEmail}, 50 a minute), and remembers
 * for ten minutes what Slack said. Safe for many threads.
 */
final class SlackEmails {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Where Slack did not say when to come back. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final Lookup NOBODY = new Lookup.Unknown("in the Slack workspace");

  private final SlackCalls calls;
  private final SlackMembers members;
  private final Cache<Email, Lookup> answers =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

  SlackEmails(SlackCalls calls, SlackMembers members) {
    this.calls = calls;
    this.members = members;
  }

  Lookup find(Email email) {
    Lookup known = answers.getIfPresent(email);
    if (known != null) return known;
    Lookup asked = ask(email);
    switch (asked) {
      case Lookup.Found found -> answers.put(email, found);
      case Lookup.Unknown nobody -> answers.put(email, nobody);
      case Lookup.NotNow notNow -> {}
      case Lookup.Refused refused -> {}
    }
    return asked;
  }

  private Lookup ask(Email email) {
    SlackReply<UsersLookupByEmailResponse> reply =
        calls.call(
            "users.lookupByEmail",
            methods -> methods.usersLookupByEmail(r -> r.email(email.address())));
    return switch (reply) {
      case SlackReply.Yes<UsersLookupByEmailResponse> yes -> found(yes.answer().getUser());
      case SlackReply.No<UsersLookupByEmailResponse> no ->
          no.error().equals("users_not_found") ? NOBODY : refused(no);
      case SlackReply.TooFast<UsersLookupByEmailResponse> fast ->
          new Lookup.NotNow(fast.time(), "Slack asks to slow down");
      case SlackReply.NotReached<UsersLookupByEmailResponse> none ->
          new Lookup.NotNow(SOON, none.reason());
      case SlackReply.Unclear<UsersLookupByEmailResponse> unclear ->
          new Lookup.NotNow(SOON, unclear.reason());
    };
  }

  private Lookup found(User user) {
    if (user.isDeleted() || user.isBot()) return NOBODY;
    SlackMembers.Member member = SlackMembers.read(user);
    return new Lookup.Found(
        new Handle(SlackChatProvider.HOUSE, user.getId()),
        member.name(),
        title(user),
        member.zone(),
        locale(user.getId()));
  }

  private static String title(User user) {
    String title = user.getProfile() == null ? null : user.getProfile().getTitle();
    return title == null ? "" : title.strip();
  }

  /** This method says nothing of languages, so they are asked for; nice to have. */
  private @Nullable Locale locale(String id) {
    return members.find(id) instanceof SlackReply.Yes<SlackMembers.Member> yes
        ? yes.answer().locale()
        : null;
  }

  private static Lookup refused(SlackReply.No<?> no) {
    String reason =
        no.error().equals("missing_scope")
            ? "the Slack app may not look people up by e-mail: it lacks the scope users:read.email"
            : "Slack refused: " + no.error();
    return new Lookup.Refused(reason, SlackRefusals.advice(no, "the workspace"));
  }
}
