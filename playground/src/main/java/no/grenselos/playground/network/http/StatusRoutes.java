package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Draft;
import no.grenselos.playground.network.Markup;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.network.Tokens.Grant;
import no.grenselos.playground.stage.Json;

/** Posts one by one: read, written, edited, deleted, favoured, boosted. */
final class StatusRoutes {
  private final Network network;
  private final Shapes shapes;

  StatusRoutes(Network network, Shapes shapes) {
    this.network = network;
    this.shapes = shapes;
  }

  void register(RoutesConfig routes, Gate gate) {
    String all = "/network/api/v1/statuses";
    String one = all + "/{id}";
    routes.get(all, gate.open(this::several));
    routes.post(all, gate.scoped("write:statuses", this::post));
    routes.get(one, gate.open((ctx, caller) -> show(ctx, wanted(ctx, caller), viewer(caller))));
    routes.put(one, gate.scoped("write:statuses", this::edit));
    routes.delete(one, gate.scoped("write:statuses", this::delete));
    routes.get(one + "/context", gate.open(this::context));
    routes.get(
        one + "/history",
        gate.open((ctx, caller) -> Answer.json(ctx, shapes.history(wanted(ctx, caller)))));
    routes.post(one + "/favourite", gate.scoped("write:favourites", this::favourite));
    routes.post(one + "/reblog", gate.scoped("write:statuses", this::boost));
  }

  private void several(Context ctx, Optional<Grant> caller) {
    ArrayNode found = Json.array();
    Params.of(ctx).list("id").stream()
        .limit(20)
        .flatMap(id -> visible(id, caller).stream())
        .forEach(status -> found.add(shapes.status(status, viewer(caller))));
    Answer.json(ctx, found);
  }

  private void post(Context ctx, Grant caller) {
    Params params = Params.of(ctx);
    String parent = params.text("in_reply_to_id").orElse(null);
    if (parent != null && network.find(parent).isEmpty()) {
      throw new Refusal(404, "The post you are trying to reply to does not appear to exist.");
    }
    Draft draft =
        new Draft(
            words(params),
            params.text("language").orElse(null),
            params.text("visibility").orElse("public"),
            parent);
    Status status = network.publish(caller.account(), draft, ctx.header("Idempotency-Key"));
    show(ctx, status, Optional.of(caller.account()));
  }

  private void edit(Context ctx, Grant caller) {
    String id = own(ctx, caller).id();
    show(ctx, network.edit(id, words(Params.of(ctx))), Optional.of(caller.account()));
  }

  private static String words(Params params) {
    return Markup.checked(params.text("status").orElse(""));
  }

  /** Answers with the words as they were typed, so that they can be written anew. */
  private void delete(Context ctx, Grant caller) {
    Status status = own(ctx, caller);
    ObjectNode last = shapes.status(status, Optional.of(caller.account()));
    network.delete(status.id());
    Answer.json(ctx, last.put("text", status.text()));
  }

  private void favourite(Context ctx, Grant caller) {
    Status status = wanted(ctx, Optional.of(caller));
    network.favourite(caller.account().acct(), status.id());
    show(ctx, status, Optional.of(caller.account()));
  }

  private void boost(Context ctx, Grant caller) {
    Status status = wanted(ctx, Optional.of(caller));
    show(ctx, network.boost(caller.account().acct(), status.id()), Optional.of(caller.account()));
  }

  /** What a post answers, from the top, and what answers it, each branch to its end. */
  private void context(Context ctx, Optional<Grant> caller) {
    Status status = wanted(ctx, caller);
    Deque<Status> above = new ArrayDeque<>();
    Optional<Status> parent = network.find(status.place().inReplyTo());
    while (parent.isPresent()) {
      above.addFirst(parent.get());
      parent = network.find(parent.get().place().inReplyTo());
    }
    ObjectNode json = Json.object();
    ArrayNode ancestors = json.putArray("ancestors");
    above.forEach(one -> ancestors.add(shapes.status(one, viewer(caller))));
    addAnswers(json.putArray("descendants"), status, caller);
    Answer.json(ctx, json);
  }

  private void addAnswers(ArrayNode list, Status status, Optional<Grant> caller) {
    List<Status> answers = network.replies(status.id());
    for (Status answer : answers) {
      list.add(shapes.status(answer, viewer(caller)));
      addAnswers(list, answer, caller);
    }
  }

  private Status wanted(Context ctx, Optional<Grant> caller) {
    return visible(ctx.pathParam("id"), caller).orElseThrow(Refusal::notFound);
  }

  /** Private and direct posts are there for their author and the people they call. */
  private Optional<Status> visible(String id, Optional<Grant> caller) {
    return network
        .find(id)
        .filter(status ->
            List.of("public", "unlisted").contains(status.place().visibility())
                || viewer(caller).filter(account -> concerns(status, account)).isPresent());
  }

  private static boolean concerns(Status status, Account account) {
    return status.account().equals(account)
        || Markup.mentions(status.text()).contains(account.acct());
  }

  private Status own(Context ctx, Grant caller) {
    return network
        .find(ctx.pathParam("id"))
        .filter(status -> status.account().equals(caller.account()))
        .orElseThrow(Refusal::notFound);
  }

  private void show(Context ctx, Status status, Optional<Account> viewer) {
    Answer.json(ctx, shapes.status(status, viewer));
  }

  private static Optional<Account> viewer(Optional<Grant> caller) {
    return caller.map(Grant::account);
  }
}
