package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ConversationResourceResponse;
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
  private final TeamsPeople people;
  private final TeamsChannels channels;
  private final TeamsMembers members;
  private final TeamsSeal seal;
  private final TeamsHomes homes;
  private final TeamsSent sent;
  private final Cache<String, String> conversations =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(50_000).build();

  TeamsHouse(ChatContext context, TeamsSettings settings, TeamsConnector connector) {
    this.memory = context.memory();
    this.sent = new TeamsSent(memory, context.clock());
    this.settings = settings;
    this.people = new TeamsPeople(memory, settings);
    this.channels = new TeamsChannels(memory);
    this.members = new TeamsMembers(connector);
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
  void opened(String person, String conversation, URI service, String tenant) {
    people.opened(person, conversation, service, tenant);
    keep(conversation, service + " " + person);
  }

  private void keep(String conversation, String note) {
    memory.keep(KEY + conversation, note);
    conversations.put(conversation, note);
  }

  /** Our chat with whoever called, which is opened where there is none. */
  TeamsReply<String> chatWith(TeamsCall call, TeamsConnector connector) {
    Optional<String> known =
        people
            .find(call.person())
            .map(TeamsPeople.Person::conversation)
            .filter(chat -> !chat.isEmpty());
    if (known.isPresent()) return new TeamsReply.Yes<>(known.get());
    TeamsReply<ConversationResourceResponse> opened =
        connector.create(call.service(), call.userId(), call.tenant());
    return TeamsReply.map(
        opened,
        answer -> {
          opened(call.person(), answer.getId(), call.service(), call.tenant());
          return answer.getId();
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
