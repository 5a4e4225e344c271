package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Makes mentions of a server's posts. Private and direct posts are refused: only what anybody can
 * read is taken in. A mention's id is {@code host/id}, since ids count per server; its revision is
 * the time of the last edit.
 *
 * @param mayReply whether a token is there
 */
record StatusReader(HttpUrl server, boolean mayReply) {
  /**
   * @param rootOf the first post of the thread that a post belongs to, as far as known
   * @throws UnusableItem when the post is no public post, or no post at all
   */
  Mention read(JsonNode status, UnaryOperator<String> rootOf) {
    String id = Json.text(status, "id");
    if (id.isEmpty() || !status.has("content")) throw new UnusableItem("is not a post");
    if (!status.path("account").isObject()) throw new UnusableItem("names no author");
    refuseUnlessPublic(status);
    JsonNode original = status.path("reblog");
    String parent = Json.text(status, "in_reply_to_id");
    URI link = link(status, id);
    return new Mention(
        mentionId(id),
        revision(status),
        conversation(id, parent, rootOf),
        link,
        author(status.path("account")),
        MastodonText.of(original.isObject() ? original : status),
        kind(status),
        Json.text(status, "language").toLowerCase(Locale.ROOT),
        parent.isEmpty() ? null : mentionId(parent),
        reshared(status),
        replyWay(link),
        Json.moment(status, "created_at"));
  }

  /**
   * Reads a notification that somebody likes a post.
   *
   * @throws UnusableItem when it does not say who, or which
   */
  MentionEvent liked(JsonNode notification) {
    String id = Json.text(notification.path("status"), "id");
    String who = author(notification.path("account")).handle();
    if (id.isEmpty() || who.isEmpty()) throw new UnusableItem("does not say who likes what");
    return new MentionEvent.Liked(mentionId(id), who, Json.moment(notification, "created_at"));
  }

  static String revision(JsonNode status) {
    return Json.text(status, "edited_at");
  }

  MentionId mentionId(String id) {
    return new MentionId(MastodonFeedProvider.NETWORK, server.host() + "/" + id);
  }

  /** Servers before visibility was told, and short forms of a post, leave it out. */
  private static void refuseUnlessPublic(JsonNode status) {
    String visibility = Json.text(status, "visibility");
    if (visibility.equals("private") || visibility.equals("direct")) {
      throw new UnusableItem("is not public (" + visibility + ")");
    }
    if (!visibility.isEmpty() && !visibility.equals("public") && !visibility.equals("unlisted")) {
      throw new UnusableItem("has a visibility that is neither public nor unlisted");
    }
  }

  private String conversation(String id, String parent, UnaryOperator<String> rootOf) {
    return server.host() + "/" + (parent.isEmpty() ? id : rootOf.apply(parent));
  }

  private URI link(JsonNode status, String id) {
    return WebLink.of(Json.text(status, "url"))
        .or(() -> WebLink.of(Json.text(status.path("reblog"), "url")))
        .or(() -> WebLink.of(Json.text(status, "uri")))
        .orElseGet(() ->
            server
                .newBuilder()
                .addPathSegment("@" + Json.text(status.path("account"), "acct"))
                .addPathSegment(id)
                .build()
                .uri());
  }

  private static Author author(JsonNode account) {
    return new Author(
        Json.text(account, "acct"),
        Json.text(account, "display_name"),
        WebLink.of(Json.text(account, "url")).orElse(null),
        Math.max(0, account.path("followers_count").asInt()));
  }

  private static MentionKind kind(JsonNode status) {
    if (status.path("reblog").isObject()) return MentionKind.RESHARE;
    if (quoted(status).isPresent()) return MentionKind.QUOTE;
    return status.hasNonNull("in_reply_to_id") ? MentionKind.REPLY : MentionKind.POST;
  }

  private @Nullable MentionId reshared(JsonNode status) {
    return Optional.of(Json.text(status.path("reblog"), "id"))
        .filter(id -> !id.isEmpty())
        .or(() -> quoted(status))
        .map(this::mentionId)
        .orElse(null);
  }

  /** Mastodon nests the quoted post or names its id; other servers name it beside. */
  private static Optional<String> quoted(JsonNode status) {
    JsonNode quote = status.path("quote");
    return Optional.of(Json.text(quote.path("quoted_status"), "id"))
        .filter(id -> !id.isEmpty())
        .or(() -> Optional.of(Json.text(quote, "quoted_status_id")).filter(id -> !id.isEmpty()))
        .or(() -> Optional.of(Json.text(quote, "id")).filter(id -> !id.isEmpty()))
        .or(() -> Optional.of(Json.text(status, "quote_id")).filter(id -> !id.isEmpty()));
  }

  private ReplyWay replyWay(URI link) {
    return mayReply
        ? new ReplyWay.Api()
        : new ReplyWay.ByHand(link, "No token for " + server.host() + " is set.");
  }
}
