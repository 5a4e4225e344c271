package no.grenselos.playground.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsRefusal;
import no.grenselos.playground.teams.tenant.Tenant;

/** {@code POST v3/conversations}: the way to a person, or a new thread in a channel. */
final class CreateCall {
  private final Tenant tenant;
  private final ActivityCalls activities;

  CreateCall(Tenant tenant, ActivityCalls activities) {
    this.tenant = tenant;
    this.activities = activities;
  }

  Answer create(Call call) {
    JsonNode asked = call.body();
    String tenantId = asked.path("tenantId").asText(asked.at("/channelData/tenant/id").asText());
    if (!tenantId.equals(tenant.seed().tenantId())) {
      throw TeamsRefusal.badArgument("Unknown tenant id: " + tenantId);
    }
    return asked.path("isGroup").asBoolean() ? thread(asked) : personal(asked);
  }

  private Answer personal(JsonNode asked) {
    if (asked.path("members").size() != 1) {
      throw TeamsRefusal.badArgument("Incorrect conversation creation parameters: one member");
    }
    Conversation conversation =
        tenant.places().personal(person(asked.at("/members/0/id").asText()));
    tenant.places().writable(conversation.id());
    ObjectNode answer = Json.object().put("id", conversation.id());
    JsonNode activity = asked.path("activity");
    if (activity.isObject()) {
      activities.checked(activity.toString(), activity);
      answer.put("activityId", activities.post(conversation, "", activity));
    }
    return new Answer(201, answer);
  }

  private Answer thread(JsonNode asked) {
    String channel = asked.at("/channelData/channel/id").asText();
    Conversation conversation = tenant.places().writable(channel);
    if (!conversation.isChannel()) {
      throw TeamsRefusal.badArgument("Not a channel: " + channel);
    }
    JsonNode activity = asked.path("activity");
    activities.checked(activity.toString(), activity);
    String id = activities.post(conversation, "", activity);
    String thread = new Address(channel, id).id();
    return new Answer(201, Json.object().put("id", thread).put("activityId", id));
  }

  private TeamsPerson person(String id) {
    return tenant
        .find(id)
        .orElseThrow(() ->
            id.startsWith("29:")
                ? TeamsRefusal.badArgument("Failed to decrypt pairwise id")
                : TeamsRefusal.notFound("NotFound", "No such user in the tenant"));
  }
}
