package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Notice;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.network.Tokens.Grant;
import no.grenselos.playground.stage.Json;

/** Accounts, and what they are told. */
final class AccountRoutes {
  private final Network network;
  private final Shapes shapes;
  private final Pages pages;
  private final Addresses addresses;

  AccountRoutes(Network network, Shapes shapes, Pages pages, Addresses addresses) {
    this.network = network;
    this.shapes = shapes;
    this.pages = pages;
    this.addresses = addresses;
  }

  void register(RoutesConfig routes, Gate gate) {
    String accounts = "/network/api/v1/accounts";
    routes.get(accounts + "/verify_credentials", gate.scoped("read:accounts", this::self));
    routes.get(accounts + "/lookup", gate.open(this::lookup));
    routes.get(accounts + "/{id}", gate.open((ctx, caller) -> Answer.json(ctx, account(ctx))));
    routes.get(accounts + "/{id}/statuses", gate.open(this::statuses));
    routes.get("/network/api/v1/notifications", gate.scoped("read:notifications", this::notices));
  }

  private void self(Context ctx, Grant caller) {
    ObjectNode json = shapes.account(caller.account());
    ObjectNode source = json.putObject("source");
    source.put("privacy", "public").put("sensitive", false).put("note", "");
    source.put("language", caller.account().language()).put("follow_requests_count", 0);
    source.set("fields", Json.array());
    Answer.json(ctx, json);
  }

  private void lookup(Context ctx, Optional<Grant> caller) {
    String acct = Params.of(ctx).text("acct").orElse("").replaceFirst("^@", "");
    Account found = network.account(acct).orElseThrow(Refusal::notFound);
    Answer.json(ctx, shapes.account(found));
  }

  private ObjectNode account(Context ctx) {
    return shapes.account(byId(ctx));
  }

  private Account byId(Context ctx) {
    return network.accounts().stream()
        .filter(one -> one.id().equals(ctx.pathParam("id")))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private void statuses(Context ctx, Optional<Grant> caller) {
    Account account = byId(ctx);
    Params params = Params.of(ctx);
    Predicate<Status> wanted =
        one ->
            one.account().equals(account)
                && (!params.flag("exclude_reblogs") || one.place().boostOf() == null)
                && (!params.flag("exclude_replies") || one.place().inReplyTo() == null);
    ArrayNode page = Json.array();
    network
        .statuses(Paging.of(params, 20, 40), wanted)
        .forEach(one -> page.add(shapes.status(one, caller.map(Grant::account))));
    pages.answer(ctx, addresses.root() + "/api/v1/accounts/" + account.id() + "/statuses", page);
  }

  private void notices(Context ctx, Grant caller) {
    network.listens(caller.account());
    Params params = Params.of(ctx);
    List<String> wanted = params.list("types");
    List<String> unwanted = params.list("exclude_types");
    NavigableMap<Long, Notice> told = new TreeMap<>();
    network.notices(caller.account()).forEach(one -> told.put(Long.valueOf(one.id()), one));
    Predicate<Notice> fits =
        one -> (wanted.isEmpty() || wanted.contains(one.type())) && !unwanted.contains(one.type());
    ArrayNode page = Json.array();
    Paging.of(params, 40, 80)
        .cut(told, fits)
        .forEach(one -> page.add(shapes.notice(one, caller.account())));
    pages.answer(ctx, addresses.root() + "/api/v1/notifications", page);
  }
}
