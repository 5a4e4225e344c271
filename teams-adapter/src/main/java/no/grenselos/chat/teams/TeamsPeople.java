package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatMemory;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Presence;
import org.jspecify.annotations.Nullable;

/**
 * Who has been met in Teams, and where each can be written to: kept in the store, so that it is
 * known after a restart and on other nodes. Safe for many threads.
 */
final class TeamsPeople {
  /** Another node may have met them since. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final TeamsNotes<Person> notes;
  private final TeamsSettings settings;
  private final Cache<String, Optional<Person>> known =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(50_000).build();

  TeamsPeople(ChatMemory memory, TeamsSettings settings) {
    this.notes = new TeamsNotes<>(memory, "person", Person.class);
    this.settings = settings;
  }

  /**
   * Somebody who was met.
   *
   * @param userId Teams' own id, {@code 29:...}
   * @param conversation their chat with the bot; empty while there is none
   * @param service where that chat is
   * @param zone as Teams wrote it; empty where it did not
   */
  record Person(
      String userId,
      String conversation,
      String service,
      String tenant,
      String name,
      String locale,
      String zone) {
    URI at() {
      return URI.create(service);
    }

    Person talkingIn(String chat, URI there) {
      return new Person(userId, chat, there.toString(), tenant, name, locale, zone);
    }

    Locale speaks() {
      return locale.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(locale);
    }

    @Nullable ZoneId here() {
      return zone.isEmpty() ? null : ZoneId.of(zone);
    }
  }

  Optional<Person> find(String id) {
    return known.get(id, notes::find);
  }

  /** Notes whatever of them is news in what they did. */
  void met(TeamsCall call) {
    String id = call.person();
    if (id.isEmpty()) return;
    Optional<Person> before = find(id);
    Person now = now(call, before.orElse(null));
    if (!before.equals(Optional.of(now))) keep(id, now);
  }

  private static Person now(TeamsCall call, @Nullable Person before) {
    boolean here = call.isPersonal();
    ZoneId zone = call.zone();
    String name = TeamsCall.text(call.json().path("from"), "name");
    String locale = TeamsCall.text(call.json(), "locale");
    return new Person(
        call.userId(),
        here ? call.conversation() : before == null ? "" : before.conversation(),
        here || before == null ? call.service().toString() : before.service(),
        call.tenant(),
        name.isEmpty() && before != null ? before.name() : name,
        locale.isEmpty() && before != null ? before.locale() : locale,
        zone != null ? zone.getId() : before == null ? "" : before.zone());
  }

  /** Their chat with the bot was opened. */
  void opened(String id, String conversation, URI service, String tenant) {
    Person before = find(id).orElse(new Person("", "", service.toString(), tenant, "", "", ""));
    keep(id, before.talkingIn(conversation, service));
  }

  /** Their chat with the bot is not there any more: the next message opens another. */
  void closed(String id) {
    find(id).ifPresent(person -> keep(id, person.talkingIn("", person.at())));
  }

  private void keep(String id, Person person) {
    notes.keep(id, person);
    known.put(id, Optional.of(person));
  }

  /** How a card calls them: a text, as a true mention would alert them. */
  String called(ChatUser user) {
    if (!user.name().isBlank()) return user.name();
    String id = user.handle().id();
    if (!user.handle().house().equals(TeamsChatProvider.HOUSE)) return id;
    return find(id).map(Person::name).filter(name -> !name.isBlank()).orElse(id);
  }

  /** For whom something is drawn that only they see. */
  TeamsView view(String id) {
    return find(id).map(this::view).orElseGet(this::everybody);
  }

  /** For whoever calls, who may never have done so before. */
  TeamsView view(TeamsCall call) {
    return view(now(call, find(call.person()).orElse(null)));
  }

  private TeamsView view(Person person) {
    TeamsView usual = everybody();
    TeamsView theirs = person.locale().isEmpty() ? usual : usual.in(person.speaks());
    ZoneId zone = person.here();
    return zone == null ? theirs : theirs.in(zone);
  }

  /** For whom something is drawn that many see, or somebody who was never met. */
  TeamsView everybody() {
    TeamsView view = TeamsView.ANYONE.naming(this::called).in(settings.language());
    ZoneId zone = settings.zone();
    return zone == null ? view : view.in(zone);
  }

  /** Teams tells a bot no more of somebody's day than their time zone. */
  Presence presence(String id) {
    return find(id).map(person -> new Presence(person.here(), null)).orElse(Presence.UNKNOWN);
  }
}
