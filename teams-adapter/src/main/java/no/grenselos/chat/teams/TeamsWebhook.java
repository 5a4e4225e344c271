package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.HouseWork;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teams' calls: first who calls, then everything else. */
final class TeamsWebhook implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsWebhook.class);

  private final TeamsCallGate gate;
  private final TeamsHouse house;
  private final HouseWork work;
  private final List<TeamsEar> ears;
  private final ObjectMapper mapper =
      new ObjectMapper()
          .findAndRegisterModules()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  TeamsWebhook(TeamsCallGate gate, TeamsHouse house, HouseWork work, List<TeamsEar> ears) {
    this.gate = gate;
    this.house = house;
    this.work = work;
    this.ears = List.copyOf(ears);
  }

  /** Whatever goes wrong before it is sure that Microsoft calls is a 401 without a word. */
  @Override
  public HttpAnswer receive(HttpCall call) {
    Optional<TeamsCall> genuine = genuine(call);
    if (genuine.isEmpty()) return HttpAnswer.empty(401);
    TeamsCall known = genuine.get();
    if (known.type().isEmpty() || known.person().isEmpty() || known.conversation().isEmpty()) {
      LOG.warn("teams call not understood type={}", word(known.type()));
      return HttpAnswer.empty(400);
    }
    work.idly("notes of who called", () -> house.met(known));
    try {
      return answered(known);
    } catch (RuntimeException e) {
      LOG.warn("teams call failed type={} name={}", word(known.type()), word(known.name()), e);
      return HttpAnswer.empty(500);
    }
  }

  private Optional<TeamsCall> genuine(HttpCall call) {
    try {
      JsonNode json = mapper.readTree(call.body().bytes());
      Activity activity = mapper.treeToValue(json, Activity.class);
      if (activity == null || !json.isObject()) return Optional.empty();
      switch (gate.verdict(call, activity)) {
        case TeamsCallGate.Verdict.Genuine genuine -> {
          return Optional.of(new TeamsCall(json));
        }
        case TeamsCallGate.Verdict.Stranger stranger ->
            LOG.warn("teams call refused reason={}", stranger.reason());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("teams call refused reason=not-understood error={}", e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private HttpAnswer answered(TeamsCall call) {
    for (TeamsEar ear : ears) {
      Optional<HttpAnswer> answer = ear.hear(call);
      if (answer.isPresent()) return answer.get();
    }
    boolean asks = call.type().equals("invoke");
    if (asks) LOG.info("teams invoke not known name={}", word(call.name()));
    // an invoke that nobody knows is said to be so; of anything else Teams wants no answer
    return HttpAnswer.empty(asks ? 501 : 200);
  }

  private static String word(String text) {
    return text.matches("[\\w/.-]{1,60}") ? text : "unknown";
  }
}
