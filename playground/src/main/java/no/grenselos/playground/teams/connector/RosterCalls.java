package no.grenselos.playground.teams.connector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.Standing;
import no.grenselos.playground.teams.tenant.Team;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsRefusal;
import no.grenselos.playground.teams.tenant.Tenant;

/** Who is where, and which channels a team has. */
final class RosterCalls {
  private static final int MOST = 500;

  private final Tenant tenant;

  RosterCalls(Tenant tenant) {
    this.tenant = tenant;
  }

  Answer members(Call call) {
    return Answer.ok(json(of(call)));
  }

  Answer member(Call call) {
    String asked = call.part("member");
    return of(call).stream()
        .filter(person ->
            person.teamsId().equals(asked)
                || person.aadObjectId().equals(asked)
                || person.email().equals(asked))
        .findFirst()
        .map(person -> Answer.ok(person.member(tenant.seed().tenantId())))
        .orElseThrow(() ->
            TeamsRefusal.notFound(
                "MemberNotFoundInConversation", "Member not found in conversation."));
  }

  /** Pages of any size up to 500; Teams itself gives 50 at least. */
  Answer page(Call call) {
    List<TeamsPerson> all = of(call);
    int from = number(call.query("continuationToken"), 0);
    int size = Math.min(number(call.query("pageSize"), 200), MOST);
    if (from > all.size() || size == 0) {
      throw TeamsRefusal.badArgument("Invalid paging");
    }
    int to = Math.min(from + size, all.size());
    ObjectNode page = Json.object();
    if (to < all.size()) {
      page.put("continuationToken", Integer.toString(to));
    }
    return Answer.ok(page.set("members", json(all.subList(from, to))));
  }

  Answer team(Call call) {
    Team team = seen(call);
    ObjectNode answer = Json.object().put("id", team.id()).put("name", team.name());
    answer.put("aadGroupId", team.aadGroupId()).put("type", "standard");
    answer.put("tenantId", tenant.seed().tenantId());
    answer.put("channelCount", team.channels().size());
    return Answer.ok(answer.put("memberCount", team.members().size()));
  }

  Answer channels(Call call) {
    Team team = seen(call);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("conversations");
    team.channels()
        .forEach(channel -> {
          ObjectNode one = list.addObject().put("id", channel.id());
          // Teams gives General without its name, as each client says it in its own language
          if (!channel.id().equals(team.id())) {
            one.put("name", channel.name());
          }
        });
    return Answer.ok(answer);
  }

  private Team seen(Call call) {
    Team team =
        tenant
            .places()
            .team(call.part("team"))
            .orElseThrow(() -> TeamsRefusal.notFound("NotFound", "Team not found."));
    if (tenant.places().standing(team.id()) == Standing.ABSENT) {
      throw TeamsRefusal.forbidden(
          "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }
    return team;
  }

  private List<TeamsPerson> of(Call call) {
    Conversation conversation = tenant.places().readable(call.address().conversation());
    return tenant.members(conversation);
  }

  private ArrayNode json(List<TeamsPerson> people) {
    ArrayNode list = Json.array();
    people.forEach(person -> list.add(person.member(tenant.seed().tenantId())));
    return list;
  }

  private static int number(String text, int otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}")) {
      throw TeamsRefusal.badArgument("Invalid paging: " + text);
    }
    return Integer.parseInt(text);
  }
}
