package no.grenselos.playground.teams.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.Team;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * What every activity has: from whom, where, when, in which language (Bot Framework activity
 * specification, and what Teams adds in {@code channelData}). Use it inside the tenant's lock.
 */
public final class Envelope {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  private final Tenant tenant;
  private final Supplier<URI> serviceUrl;

  public Envelope(Tenant tenant, Supplier<URI> serviceUrl) {
    this.tenant = tenant;
    this.serviceUrl = serviceUrl;
  }

  public URI serviceUrl() {
    return serviceUrl.get();
  }

  /**
   * An activity of that type.
   *
   * @param root the message that began the thread; empty where there is none
   */
  public ObjectNode activity(String type, TeamsPerson from, Conversation where, String root) {
    Instant now = tenant.ids().now();
    ZoneId zone = ZoneId.of(from.zone());
    ObjectNode activity = Json.object().put("type", type).put("id", tenant.ids().activity());
    activity.put("timestamp", TIME.format(now.atZone(ZoneOffset.UTC)));
    activity.put("localTimestamp", TIME.format(now.atZone(zone).toOffsetDateTime()));
    activity.put("localTimezone", from.zone()).put("channelId", "msteams");
    activity.put("serviceUrl", serviceUrl.get().toString()).put("locale", from.locale());
    activity.set("from", from.account());
    activity.set("conversation", conversation(where, root));
    activity.set("recipient", tenant.seed().app().account());
    activity.putArray("entities").add(clientInfo(from));
    activity.set("channelData", channelData(where));
    return activity;
  }

  /** An invoke, which the bot answers at once. */
  public ObjectNode invoke(
      String name, TeamsPerson from, Conversation where, String root, JsonNode value) {
    ObjectNode invoke = activity("invoke", from, where, root).put("name", name);
    ((ObjectNode) invoke.path("channelData")).putObject("source").put("name", "message");
    return invoke.set("value", value);
  }

  private ObjectNode conversation(Conversation where, String root) {
    ObjectNode conversation = Json.object().put("conversationType", where.kind().type());
    conversation.put("tenantId", tenant.seed().tenantId());
    conversation.put("id", new Address(where.id(), where.isChannel() ? root : "").id());
    if (where.kind() != Conversation.Kind.PERSONAL) {
      conversation.put("isGroup", true);
    }
    if (where.kind() == Conversation.Kind.GROUP) {
      conversation.put("name", where.name());
    }
    return conversation;
  }

  private static ObjectNode clientInfo(TeamsPerson from) {
    String country =
        from.locale().substring(from.locale().indexOf('-') + 1).toUpperCase(Locale.ROOT);
    return Json.object()
        .put("locale", from.locale())
        .put("country", country)
        .put("platform", "Web")
        .put("timezone", from.zone())
        .put("type", "clientInfo");
  }

  private ObjectNode channelData(Conversation where) {
    ObjectNode data = Json.object();
    data.putObject("tenant").put("id", tenant.seed().tenantId());
    if (where.isChannel()) {
      String team = where.place();
      data.put("teamsChannelId", where.id()).put("teamsTeamId", team);
      data.putObject("channel").put("id", where.id());
      data.set("team", team(tenant.places().team(team).orElseThrow()));
    }
    return data;
  }

  private static ObjectNode team(Team team) {
    return Json.object()
        .put("id", team.id())
        .put("name", team.name())
        .put("aadGroupId", team.aadGroupId());
  }
}
