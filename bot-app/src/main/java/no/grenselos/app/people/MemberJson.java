package no.grenselos.app.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import no.grenselos.expert.Email;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Workload;
import no.grenselos.people.Member;

/** People as JSON, for other programs. */
public final class MemberJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MemberJson() {}

  public static String of(List<Member> members) {
    return array(members, MemberJson::whole).toString();
  }

  public static String of(Member member) {
    return whole(member).toString();
  }

  /** Their load only. */
  public static String loads(List<Member> members) {
    return array(members, MemberJson::load).toString();
  }

  private static ArrayNode array(List<Member> members, Function<Member, ObjectNode> shape) {
    ArrayNode all = NODES.arrayNode();
    members.forEach(member -> all.add(shape.apply(member)));
    return all;
  }

  private static ObjectNode whole(Member member) {
    Expert expert = member.expert();
    ObjectNode json = load(member);
    json.put("name", expert.name()).put("title", expert.title());
    json.put("email", member.email().map(Email::address).orElse(null));
    ObjectNode handles = json.putObject("handles");
    expert.handles().forEach(handle -> handles.put(handle.house(), handle.id()));
    json.set("teams", texts(member.teams()));
    json.set("topics", texts(expert.topics()));
    json.set("proposed", texts(member.topics().invited()));
    json.set("declined", texts(member.topics().declined()));
    json.set("muted", texts(member.topics().muted()));
    json.set("languages", texts(expert.languages()));
    json.put("level", expert.level().name());
    hours(expert.hours(), json.putObject("hours"));
    json.put("gone", member.when().gone()).put("there", member.when().now());
    json.put("next", member.when().next().toString());
    json.put("paused_until", member.when().pausedUntil().map(Object::toString).orElse(null));
    ArrayNode leaves = json.putArray("leaves");
    member.when().leaves().forEach(leave -> leaves.add(leave(leave)));
    return json;
  }

  private static ObjectNode load(Member member) {
    Workload month = member.month();
    ObjectNode json = NODES.objectNode();
    json.put("id", member.expert().id().id());
    json.putObject("nudges")
        .put("today", member.load().today())
        .put("week", member.load().week())
        .put("cap_day", member.expert().cap().day())
        .put("cap_week", member.expert().cap().week());
    json.putObject("last_28_days")
        .put("asked", month.asked())
        .put("taken", month.taken())
        .put("passed", month.passed())
        .put("later", month.later())
        .put("unanswered", month.unanswered())
        .put("overtaken", month.overtaken())
        .put("open", month.open())
        .put("facts", month.facts());
    return json;
  }

  private static void hours(Hours hours, ObjectNode json) {
    json.set("days", texts(hours.days().stream().sorted().toList()));
    json.put("from", hours.from().toString());
    json.put("to", hours.to().toString());
    json.put("zone", hours.zone().getId());
  }

  private static ObjectNode leave(Leave leave) {
    return NODES
        .objectNode()
        .put("from", leave.from().toString())
        .put("until", leave.until().toString())
        .put("source", leave.source().name());
  }

  private static ArrayNode texts(Collection<?> values) {
    ArrayNode texts = NODES.arrayNode();
    values.stream().map(Object::toString).sorted().forEach(texts::add);
    return texts;
  }
}
