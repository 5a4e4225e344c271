package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import java.net.URI;
import java.util.Optional;
import no.grenselos.chat.ChatMemory;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Page;
import no.grenselos.expert.Handle;

/**
 * Everybody's home: a card in their chat with the bot, shown when they ask for it and kept up to
 * date in place. Safe for many threads.
 */
final class TeamsHomes {
  private static final String KEY = "home:";

  private final ChatMemory memory;
  private final TeamsConnector connector;
  private final TeamsPeople people;
  private final TeamsSeal seal;

  TeamsHomes(ChatMemory memory, TeamsConnector connector, TeamsPeople people, TeamsSeal seal) {
    this.memory = memory;
    this.connector = connector;
    this.people = people;
    this.seal = seal;
  }

  /** Shows it at the end of their chat, from now on. */
  TeamsReply<String> show(String person, URI service, String conversation, Page page) {
    TeamsReply<String> sent =
        connector.send(service, conversation, drawn(person, conversation, page));
    if (sent instanceof TeamsReply.Yes<String> yes) {
      memory.keep(KEY + person, TeamsSent.note(TeamsCall.ref(conversation, yes.answer())));
    }
    return sent;
  }

  /** Edits the one that stands; whoever never asked for theirs has none to edit. */
  Delivery refresh(Handle of, Page page) {
    MessageRef none = TeamsCall.ref(of.id(), "home");
    Optional<MessageRef> standing = memory.recall(KEY + of.id()).map(TeamsSent::read);
    Optional<TeamsPeople.Person> person = people.find(of.id());
    if (standing.isEmpty() || person.isEmpty()) return new Delivery.Delivered(none);
    MessageRef home = standing.get();
    Activity drawn = drawn(of.id(), home.channel(), page);
    TeamsReply<String> edited =
        connector.update(person.get().at(), home.channel(), home.message(), drawn);
    if (edited instanceof TeamsReply.Yes<String>) return new Delivery.Delivered(home);
    Delivery delivery = TeamsRefusals.sending(edited, "the home of " + of);
    if (!(delivery instanceof Delivery.Gone)) return delivery;
    memory.forget(KEY + of.id());
    return new Delivery.Delivered(none);
  }

  /** Any page as a message in somebody's chat with the bot. */
  Activity drawn(String person, String conversation, Page page) {
    ObjectNode card = TeamsPage.draw(page, people.view(person));
    return TeamsMail.message(seal.on(card, conversation), TeamsPage.summary(page));
  }
}
