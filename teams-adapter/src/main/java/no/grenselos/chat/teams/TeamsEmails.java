package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ChannelAccount;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Lookup;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;

/**
 * Finds people by their e-mail address among the members of the teams and group chats that the bot
 * is in: Teams lets a bot ask nobody else about the directory, unless an admin gives it rights in
 * Microsoft Graph. Remembers for ten minutes what was said. Safe for many threads.
 */
final class TeamsEmails {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Where Teams did not say when to come back. */
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final Lookup NOBODY =
      new Lookup.Unknown("in a Teams team or group chat that the app is in");

  private static final Lookup NOWHERE =
      new Lookup.Refused(
          "the app is in no team yet, so it sees nobody in Teams",
          "add the app to a team that the people are members of");

  private final TeamsRosters rosters;
  private final TeamsChannels channels;
  private final TeamsPeople people;
  private final Cache<Email, Lookup> answers =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

  TeamsEmails(TeamsRosters rosters, TeamsChannels channels, TeamsPeople people) {
    this.rosters = rosters;
    this.channels = channels;
    this.people = people;
  }

  Lookup find(Email email) {
    Lookup known = answers.getIfPresent(email);
    if (known != null) return known;
    Lookup asked = ask(email);
    if (asked instanceof Lookup.Found || asked instanceof Lookup.Unknown) answers.put(email, asked);
    return asked;
  }

  /** A place that cannot be asked now makes the answer unsure, unless another knows them. */
  private Lookup ask(Email email) {
    List<TeamsSpot> places = channels.places();
    if (places.isEmpty()) return NOWHERE;
    Lookup otherwise = NOBODY;
    for (TeamsSpot place : places) {
      TeamsReply<Map<String, ChannelAccount>> roster = rosters.of(place);
      switch (roster) {
        case TeamsReply.Yes<Map<String, ChannelAccount>> yes -> {
          ChannelAccount member = yes.answer().get(email.address());
          if (member != null) return found(member);
        }
        // we were thrown out, and Teams will tell us: nobody can be seen there
        case TeamsReply.No<Map<String, ChannelAccount>> no when TeamsRefusals.isUnwanted(no) -> {}
        case TeamsReply.No<Map<String, ChannelAccount>> no -> otherwise = refused(no);
        case TeamsReply.TooFast<Map<String, ChannelAccount>> fast ->
            otherwise = new Lookup.NotNow(fast.time(), "Teams asks to slow down");
        case TeamsReply.NotReached<Map<String, ChannelAccount>> none ->
            otherwise = new Lookup.NotNow(SOON, none.reason());
        case TeamsReply.Unclear<Map<String, ChannelAccount>> unclear ->
            otherwise = new Lookup.NotNow(SOON, unclear.reason());
      }
    }
    return otherwise;
  }

  private static Lookup refused(TeamsReply.No<?> no) {
    String reason =
        no.status() == 401 ? "Teams does not accept our token" : "Teams refused: " + no.code();
    return new Lookup.Refused(reason, TeamsRefusals.whatToDo(no, "the teams"));
  }

  /** Zone and language are known of those who once wrote to the bot alone. */
  private Lookup found(ChannelAccount member) {
    String id = TeamsRosters.directoryId(member);
    if (id.isEmpty()) return NOBODY;
    Optional<TeamsPeople.Person> met = people.find(id);
    ZoneId zone = met.map(TeamsPeople.Person::here).orElse(null);
    Locale locale =
        met.filter(person -> !person.locale().isEmpty())
            .map(TeamsPeople.Person::speaks)
            .orElse(null);
    String name = member.getName() == null ? "" : member.getName();
    return new Lookup.Found(new Handle(TeamsChatProvider.HOUSE, id), name, "", zone, locale);
  }
}
