package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * A message before the eyes of one person, with the cards as they see them. Throws {@code
 * BadRequest} where they cannot see it. Use it inside the tenant's lock.
 *
 * @param message a copy
 */
record Sight(TeamsPerson person, Conversation where, ObjectNode message) {
  static Sight of(Tenant tenant, String who, String messageId) {
    TeamsPerson person = tenant.person(who);
    ObjectNode message =
        tenant
            .messages()
            .find(messageId)
            .orElseThrow(() -> new BadRequest("no message " + messageId));
    Conversation where = entered(tenant, person, message.path("conversation").asText());
    return new Sight(person, where, tenant.messages().seenBy(person.aadObjectId(), message));
  }

  /**
   * A conversation the person is in: by id, also of a thread, or by the name of the channel or
   * chat; "" is their own with the bot.
   */
  static Conversation entered(Tenant tenant, TeamsPerson person, String conversation) {
    if (conversation.isEmpty()) {
      return tenant.places().personal(person);
    }
    return tenant
        .places()
        .conversation(Address.of(conversation).conversation())
        .or(() -> tenant.places().named(conversation))
        .filter(where -> where.members().contains(person.aadObjectId()))
        .orElseThrow(() -> new BadRequest(person.name() + " is not in " + conversation));
  }

  String id() {
    return message.path("id").asText();
  }

  String root() {
    return message.path("root").asText();
  }

  JsonNode attachments() {
    return message.path("attachments");
  }

  JsonNode card(int index) {
    return attachments().path(index).path("content");
  }
}
