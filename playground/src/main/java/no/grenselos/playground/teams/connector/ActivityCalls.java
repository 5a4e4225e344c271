package no.grenselos.playground.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.card.StrictActivities;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.TeamsRefusal;
import no.grenselos.playground.teams.tenant.Tenant;

/** The bot writes, edits and takes away. */
final class ActivityCalls {
  private final Tenant tenant;
  private final TeamsWeather weather;

  ActivityCalls(Tenant tenant, TeamsWeather weather) {
    this.tenant = tenant;
    this.weather = weather;
  }

  /**
   * Into the conversation, the thread of its address, or the thread of the message that is
   * answered; an answer to a message that is not there goes to the conversation, as in Teams.
   */
  Answer send(Call call) {
    Conversation conversation = tenant.places().writable(call.address().conversation());
    JsonNode activity = checked(call.raw(), call.body());
    if (activity.path("type").asText().equals("typing")) {
      return Answer.created(tenant.ids().activity());
    }
    return Answer.created(post(conversation, root(conversation, call), activity));
  }

  Answer edit(Call call) {
    ObjectNode message = own(call);
    JsonNode activity = checked(call.raw(), call.body());
    tenant.messages().edit(message, activity);
    return Answer.ok(Json.object().put("id", call.part("activity")));
  }

  Answer delete(Call call) {
    tenant.messages().delete(own(call));
    return Answer.ok(Json.object());
  }

  String post(Conversation conversation, String root, JsonNode activity) {
    ObjectNode bot = tenant.seed().app().account();
    return tenant.messages().post(conversation, root, bot, activity).path("id").asText();
  }

  /** Throws the connector's refusal where Teams would not take it. */
  JsonNode checked(String raw, JsonNode activity) {
    if (StrictActivities.isTooBig(raw, activity, weather.doPicturesCount())) {
      throw new TeamsRefusal(413, "MessageSizeTooBig", "Message size too large.");
    }
    List<Fault> faults = StrictActivities.inActivity(activity);
    if (!faults.isEmpty()) {
      throw TeamsRefusal.badSyntax(lines(faults));
    }
    List<Fault> inCards = StrictActivities.inCards(activity);
    if (!inCards.isEmpty()) {
      throw TeamsRefusal.badArgument(lines(inCards));
    }
    return activity;
  }

  private static String lines(List<Fault> faults) {
    return faults.stream().map(Fault::line).collect(Collectors.joining("; "));
  }

  private String root(Conversation conversation, Call call) {
    Address address = call.address();
    if (!conversation.isChannel()) {
      return "";
    }
    if (!address.root().isEmpty()) {
      tenant.messages().existing(conversation.id(), address.root());
      return address.root();
    }
    return Optional.ofNullable(call.ctx().pathParamMap().get("activity"))
        .flatMap(tenant.messages()::find)
        .filter(message -> message.path("conversation").asText().equals(conversation.id()))
        .map(message -> message.path("root").asText())
        .orElse("");
  }

  private ObjectNode own(Call call) {
    Conversation conversation = tenant.places().writable(call.address().conversation());
    ObjectNode message = tenant.messages().existing(conversation.id(), call.part("activity"));
    if (!message.path("bot").asBoolean()) {
      throw TeamsRefusal.forbidden("Forbidden", "Only the sender may change an activity.");
    }
    return message;
  }
}
