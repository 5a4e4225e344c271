package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Change;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;

/** The network as the playground's page draws it: texts as typed, never HTML. */
final class PlayShapes {
  private static final int SHOWN = 200;

  private final Network network;

  PlayShapes(Network network) {
    this.network = network;
  }

  ObjectNode state() {
    ObjectNode state = Json.object();
    ArrayNode accounts = state.putArray("accounts");
    network.accounts().forEach(one -> accounts.add(account(one)));
    ArrayNode statuses = state.putArray("statuses");
    List<Status> newest = network.statuses();
    newest.stream().limit(SHOWN).forEach(one -> statuses.add(status(one)));
    return state;
  }

  /** Tells the page what changed. */
  void tell(Happenings happenings, Change change) {
    switch (change) {
      case Change.Posted posted -> happenings.tell("network.status", status(posted.status()));
      case Change.Edited edited -> happenings.tell("network.edited", status(edited.status()));
      case Change.Deleted deleted ->
          happenings.tell("network.deleted", Json.object().put("id", deleted.status().id()));
      case Change.Joined joined -> happenings.tell("network.account", account(joined.account()));
      case Change.Listened one -> happenings.tell("network.account", account(one.account()));
      case Change.Counted counted ->
          happenings.tell(
              "network.counts",
              counts(Json.object().put("id", counted.status().id()), counted.counts()));
    }
  }

  private ObjectNode account(Account account) {
    return Json.object()
        .put("id", account.id())
        .put("acct", account.acct())
        .put("name", account.displayName())
        .put("lang", account.language())
        .put("followers", account.audience().followers())
        .put("bot", account.audience().bot())
        .put("app", network.listening(account));
  }

  private ObjectNode status(Status status) {
    ObjectNode json = Json.object();
    json.put("id", status.id()).put("account", status.account().acct());
    json.put("app", network.listening(status.account()));
    json.put("text", status.text()).put("lang", status.language());
    json.put("created_at", Shapes.stamp(status.createdAt()));
    json.put("edited_at", status.editedAt().map(Shapes::stamp).orElse(null));
    json.put("in_reply_to", status.place().inReplyTo());
    json.put("boost_of", status.place().boostOf());
    json.put("url", "/network" + Addresses.path(status));
    return counts(json, network.counts(status.id()));
  }

  private static ObjectNode counts(ObjectNode json, Status.Counts counts) {
    return json.put("replies", counts.replies())
        .put("boosts", counts.boosts())
        .put("favourites", counts.favourites());
  }
}
