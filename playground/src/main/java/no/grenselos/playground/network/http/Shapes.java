package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Markup;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.Notice;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.network.Written;
import no.grenselos.playground.stage.Json;

/**
 * The JSON of Mastodon 4 (docs.joinmastodon.org, Entities: Status, Account, Notification,
 * StatusEdit).
 */
final class Shapes {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Network network;
  private final Addresses addresses;
  private final Html html;

  Shapes(Network network, Addresses addresses) {
    this.network = network;
    this.addresses = addresses;
    this.html = new Html(network, addresses);
  }

  /** A post as {@code viewer} sees it. */
  ObjectNode status(Status status, Optional<Account> viewer) {
    ObjectNode json = Json.object();
    json.put("id", status.id()).put("created_at", stamp(status.createdAt()));
    parent(json, status);
    json.put("sensitive", false).put("spoiler_text", "");
    json.put("visibility", status.place().visibility()).put("language", status.language());
    json.put(
        "uri", addresses.root() + "/users/" + status.account().acct() + "/statuses/" + status.id());
    json.put("url", addresses.status(status));
    counts(json, status);
    json.put("edited_at", status.editedAt().map(Shapes::stamp).orElse(null));
    viewer.ifPresent(account -> seenBy(json, status, account));
    json.put("content", html.content(status.text()));
    json.set("filtered", Json.array());
    json.set(
        "reblog",
        network.find(status.place().boostOf()).map(one -> status(one, viewer)).orElse(null));
    json.set("account", account(status.account()));
    json.set("media_attachments", Json.array());
    json.set("mentions", mentions(status.text()));
    json.set("tags", tags(status.text()));
    json.set("emojis", Json.array());
    json.putNull("card").putNull("poll").putNull("quote");
    return json;
  }

  /** An answer to a post that is gone stands alone. */
  private void parent(ObjectNode json, Status status) {
    Optional<Status> parent = network.find(status.place().inReplyTo());
    json.put("in_reply_to_id", parent.map(Status::id).orElse(null));
    json.put("in_reply_to_account_id", parent.map(one -> one.account().id()).orElse(null));
  }

  private void counts(ObjectNode json, Status status) {
    Status.Counts counts = network.counts(status.id());
    json.put("replies_count", counts.replies());
    json.put("reblogs_count", counts.boosts());
    json.put("favourites_count", counts.favourites()).put("quotes_count", 0);
  }

  private void seenBy(ObjectNode json, Status status, Account viewer) {
    json.put("favourited", network.favoured(status.id(), viewer));
    json.put("reblogged", network.boosted(status.id(), viewer));
    json.put("muted", false).put("bookmarked", false);
  }

  private ArrayNode mentions(String text) {
    ArrayNode list = Json.array();
    Markup.mentions(text).stream()
        .flatMap(acct -> network.account(acct).stream())
        .forEach(account ->
            list.addObject()
                .put("id", account.id())
                .put("username", account.username())
                .put("url", addresses.profile(account))
                .put("acct", account.acct()));
    return list;
  }

  private ArrayNode tags(String text) {
    ArrayNode list = Json.array();
    Markup.tags(text)
        .forEach(name -> list.addObject().put("name", name).put("url", addresses.tag(name)));
    return list;
  }

  ObjectNode account(Account account) {
    ObjectNode json = Json.object();
    String profile = addresses.profile(account);
    String picture = addresses.portrait(account);
    json.put("id", account.id()).put("username", account.username()).put("acct", account.acct());
    json.put("display_name", account.displayName()).put("locked", false);
    json.put("bot", account.audience().bot()).put("discoverable", true).put("group", false);
    json.put("created_at", stamp(account.audience().joinedAt())).put("note", "");
    json.put("url", profile).put("uri", addresses.root() + "/users/" + account.acct());
    json.put("avatar", picture).put("avatar_static", picture);
    json.put("header", picture).put("header_static", picture);
    json.put("followers_count", account.audience().followers()).put("following_count", 0);
    Written written = network.written(account);
    json.put("statuses_count", written.posts());
    json.put("last_status_at", written.last().map(at -> stamp(at).substring(0, 10)).orElse(null));
    json.set("emojis", Json.array());
    json.set("fields", Json.array());
    return json;
  }

  ObjectNode notice(Notice notice, Account told) {
    ObjectNode json = Json.object();
    json.put("id", notice.id()).put("type", notice.type()).put("created_at", stamp(notice.at()));
    json.put("group_key", "ungrouped-" + notice.id());
    json.set("account", account(notice.from()));
    network
        .find(notice.statusId())
        .ifPresent(status -> json.set("status", status(status, Optional.of(told))));
    return json;
  }

  /** Every version of a post, oldest first. */
  ArrayNode history(Status status) {
    ArrayNode list = Json.array();
    for (Status.Version version : status.versions()) {
      ObjectNode json = list.addObject();
      json.put("content", html.content(version.text())).put("spoiler_text", "");
      json.put("sensitive", false).put("created_at", stamp(version.at()));
      json.set("account", account(status.account()));
      json.set("media_attachments", Json.array());
      json.set("emojis", Json.array());
    }
    return list;
  }

  static String stamp(Instant at) {
    return STAMP.format(at);
  }
}
