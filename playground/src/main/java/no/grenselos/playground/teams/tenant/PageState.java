package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.stage.Json;

/** The tenant as the page draws it. */
final class PageState {
  private PageState() {}

  /** {@code tenant}, {@code bot}, {@code people} and {@code teams}: what is the same for all. */
  static ObjectNode ofAll(Tenant tenant) {
    TeamsSeed seed = tenant.seed();
    ObjectNode state = Json.object();
    state.putObject("tenant").put("id", seed.tenantId()).put("name", seed.tenantName());
    state.set("bot", seed.app().account());
    ArrayNode people = state.putArray("people");
    ArrayNode teams = state.putArray("teams");
    tenant.places().teams().forEach(team -> teams.add(tenant.places().card(team)));
    tenant.people().forEach(person -> people.add(card(tenant, person)));
    return state;
  }

  /**
   * {@code person}, {@code conversations}, {@code messages} by conversation with the cards as they
   * see them, {@code dialog} where one is open, {@code notes} and {@code troubles}.
   */
  static ObjectNode of(Tenant tenant, TeamsPerson person) {
    String aad = person.aadObjectId();
    ObjectNode state = Json.object();
    state.set("person", card(tenant, person));
    ArrayNode conversations = state.putArray("conversations");
    ObjectNode messages = state.putObject("messages");
    for (Conversation conversation : tenant.places().conversations()) {
      if (conversation.members().contains(aad)) {
        ObjectNode card = conversation.card();
        card.put("standing", tenant.places().standing(conversation.place()).name());
        conversations.add(card);
        ArrayNode seen = messages.putArray(conversation.id());
        tenant
            .messages()
            .in(conversation.id())
            .forEach(message -> seen.add(tenant.messages().seenBy(aad, message)));
      }
    }
    tenant.signs().dialog(aad).ifPresent(dialog -> state.set("dialog", dialog.json()));
    state.set("notes", lines(tenant.signs().notes(), aad));
    return state.set("troubles", lines(tenant.signs().troubles(), aad));
  }

  private static ObjectNode card(Tenant tenant, TeamsPerson person) {
    return person
        .card()
        .put("standing", tenant.places().standing(person.aadObjectId()).name())
        .put("old_client", tenant.hasOldClient(person));
  }

  private static ArrayNode lines(List<Signs.Line> all, String person) {
    ArrayNode own = Json.array();
    all.stream().filter(line -> line.person().equals(person)).forEach(line -> own.add(line.text()));
    return own;
  }
}
