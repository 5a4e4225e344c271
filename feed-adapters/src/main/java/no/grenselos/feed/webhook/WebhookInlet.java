package no.grenselos.feed.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.webhook.WebhookSignature.Verdict;
import no.grenselos.mention.Network;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;

/** The door for listening tools. */
record WebhookInlet(String name, WebhookSignature signature, Clock clock) implements Inlet {
  @Override
  public Network network() {
    return WebhookFeedProvider.NETWORK;
  }

  @Override
  public Told receive(HttpCall call) {
    if (!call.method().equals("POST")) return refused(405, "Send a POST.");
    byte[] body = call.body().bytes();
    Verdict verdict = signature.check(body, call.header(WebhookSignature.HEADER));
    if (verdict instanceof Verdict.Refused no) return refused(401, no.reason());
    return switch (IdempotencyKey.of(call.header(IdempotencyKey.HEADER))) {
      case IdempotencyKey.Unusable no -> refused(400, no.reason());
      case IdempotencyKey.Given given -> read(body, Optional.of(given.key()));
      case IdempotencyKey.LeftOut none -> read(body, Optional.empty());
    };
  }

  private Told read(byte[] body, Optional<String> key) {
    return switch (new WebhookDocument(clock.instant()).read(body)) {
      case Fetch.Page page when page.events().isEmpty() -> nothing(page);
      case Fetch.Page page -> new Told.Posts(page, key, fresh -> taken(page, fresh));
      case Fetch.Failed failed -> refused(400, failed.reason());
      case Fetch.Refused no -> refused(413, no.reason() + ". " + no.whatToDo());
      case Fetch.Wait wait -> refused(503, wait.reason());
    };
  }

  /** All of it was bad, or there was nothing: nothing is kept. */
  private static Told nothing(Fetch.Page page) {
    int status = page.skipped().isEmpty() ? 200 : 422;
    return new Told.Answered(HttpAnswer.json(status, told(0, 0, page.skipped())));
  }

  private static HttpAnswer taken(Fetch.Page page, int fresh) {
    int repeated = page.events().size() - fresh;
    return HttpAnswer.json(200, told(fresh, repeated, page.skipped()));
  }

  private static String told(int fresh, int repeated, List<Skipped> skipped) {
    ObjectNode answer = Json.object().put("taken", fresh).put("repeated", repeated);
    ArrayNode list = answer.putArray("skipped");
    for (Skipped one : skipped) list.addObject().put("item", one.item()).put("why", one.reason());
    return Json.write(answer);
  }

  private static Told refused(int status, String why) {
    return new Told.Answered(HttpAnswer.json(status, Json.write(Json.object().put("error", why))));
  }
}
