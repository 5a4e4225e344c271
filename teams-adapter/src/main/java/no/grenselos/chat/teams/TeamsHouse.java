package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatMemory;

/**
 * What is known of the house: its people, channels and conversations, and what is remembered of
 * each. Safe for many threads.
 */
final class TeamsHouse {
  private static final String KEY = "conversation:";

  private final ChatMemory memory;
  private final TeamsSettings settings;
  private final TeamsConnector connector;
  private final TeamsPeople people;
  private final TeamsChannels channels;
  private final TeamsMembers members;
  private final TeamsEmails emails;
  private final TeamsSeal seal;
  private final TeamsHomes homes;
  private final TeamsSent sent;
  private final Cache<String, String> conversations =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(50_000).build();

  TeamsHouse(ChatContext context, TeamsSettings settings, TeamsConnector connector) {
    this.memory = context.memory();
    this.sent = new TeamsSent(memory, context.clock());
    this.settings = settings;
    this.connector = connector;
    this.people = new TeamsPeople(memory, settings);
    this.channels = new TeamsChannels(memory);
    this.members = new TeamsMembers(connector);
    this.emails = new TeamsEmails(new TeamsRosters(connector), channels, people);
    this.seal = new TeamsSeal(memory);
    this.homes = new TeamsHomes(memory, connector, people, seal);
  }

  TeamsPeople people() {
    return people;
  }

  TeamsChannels channels() {
    return channels;
  }

  TeamsMembers members() {
    return members;
  }

  TeamsEmails emails() {
    return emails;
  }

  TeamsSeal seal() {
    return seal;
  }

  TeamsHomes homes() {
    return homes;
  }

  TeamsSent sent() {
    return sent;
  }

  /** Notes what an activity tells of where it came from and who it was. */
  void met(TeamsCall call) {
    people.met(call);
    String conversation = call.conversation();
    if (conversation.isEmpty()) return;
    // whose chat it is, is said by the conversation of two alone
    String note = call.service() + " " + (call.isPersonal() ? call.person() : "");
    if (!note.equals(note(conversation))) keep(conversation, note);
    if (!call.isPersonal()) members.saw(conversation, call.userId());
  }

  /** Their chat with the bot is there. */
  private void opened(String person, String conversation, URI service, String tenant) {
    people.opened(person, conversation, service, tenant);
    keep(conversation, service + " " + person);
  }

  private void keep(String conversation, String note) {
    memory.keep(KEY + conversation, note);
    conversations.put(conversation, note);
  }

  /** Our chat with whoever called, which is opened where there is none. */
  TeamsReply<TeamsSpot> chatWith(TeamsCall call) {
    return talking(people.find(call.person()))
        .orElseGet(() -> open(call.person(), call.userId(), call.service(), call.tenant()));
  }

  /** Our chat with somebody; whoever never wrote is written to by their id in the directory. */
  TeamsReply<TeamsSpot> chatWith(String person) {
    Optional<TeamsPeople.Person> known = people.find(person);
    return talking(known).orElseGet(() -> open(person, known));
  }

  private static Optional<TeamsReply<TeamsSpot>> talking(Optional<TeamsPeople.Person> known) {
    return known
        .filter(person -> !person.conversation().isEmpty())
        .map(person -> new TeamsReply.Yes<>(new TeamsSpot(person.at(), person.conversation())));
  }

  private TeamsReply<TeamsSpot> open(String person, Optional<TeamsPeople.Person> known) {
    URI service = known.map(TeamsPeople.Person::at).orElse(settings.addresses().service());
    String tenant =
        known
            .map(TeamsPeople.Person::tenant)
            .filter(named -> !named.isEmpty())
            .orElse(settings.app().tenant());
    return open(person, person, service, tenant);
  }

  private TeamsReply<TeamsSpot> open(String person, String member, URI service, String tenant) {
    return TeamsReply.map(
        connector.create(service, member, tenant),
        answer -> {
          opened(person, answer.getId(), service, tenant);
          return new TeamsSpot(service, answer.getId());
        });
  }

  /** The service at which the conversation is. */
  URI service(String conversation) {
    String note = note(conversation);
    if (!note.isEmpty()) return URI.create(note.substring(0, note.indexOf(' ')));
    return channels
        .find(conversation)
        .map(TeamsChannels.Channel::at)
        .orElse(settings.addresses().service());
  }

  /** Who is alone with the bot there; empty for a channel or group. */
  Optional<String> aloneWith(String conversation) {
    String note = note(conversation);
    return Optional.of(note.substring(note.indexOf(' ') + 1)).filter(person -> !person.isEmpty());
  }

  private String note(String conversation) {
    String known = conversations.getIfPresent(conversation);
    if (known != null) return known;
    Optional<String> kept = memory.recall(KEY + conversation);
    kept.ifPresent(note -> conversations.put(conversation, note));
    return kept.orElse("");
  }
}
