package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.jspecify.annotations.Nullable;

/**
 * Makes mentions of posts as the network shows them ({@code app.bsky.feed.defs#postView}, and a
 * notification, which has the same parts). A mention's id is the post's at-uri, its conversation
 * the at-uri of the thread's first post. The app offers no editing, but a record can be written
 * anew: its revision then is the new content's hash, and a first sight has none.
 *
 * @param mayReply whether the account's password is there
 */
record PostReader(boolean mayReply) {
  private static final Pattern HANDLE =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[.])+[A-Za-z]{2,30}");

  /**
   * @param revision of the mention; empty at first sight
   * @throws UnusableItem when it is no post
   */
  Mention read(JsonNode view, String revision) {
    AtUri uri =
        AtUri.post(Json.text(view, "uri")).orElseThrow(() -> new UnusableItem("is not a post"));
    JsonNode post = view.path("record");
    if (!post.path("text").isTextual()) throw new UnusableItem("has no text");
    String who = handle(view.path("author")).orElse(uri.did());
    Optional<AtUri> parent = AtUri.post(Json.text(post.path("reply").path("parent"), "uri"));
    Optional<AtUri> root = AtUri.post(Json.text(post.path("reply").path("root"), "uri"));
    Optional<AtUri> quoted = quoted(post);
    URI page = uri.page(who);
    return new Mention(
        uri.mentionId(),
        revision,
        root.or(() -> parent).orElse(uri).toString(),
        page,
        author(view.path("author"), who),
        PostText.of(post),
        kind(parent, quoted),
        post.path("langs").path(0).asText("").toLowerCase(Locale.ROOT),
        id(parent),
        id(quoted),
        replyWay(view, page),
        publishedAt(view));
  }

  /**
   * Reads a notification that somebody likes a post.
   *
   * @throws UnusableItem when it does not say who, or which
   */
  static MentionEvent liked(JsonNode notification) {
    AtUri liked =
        AtUri.post(Json.text(notification, "reasonSubject"))
            .orElseThrow(() -> new UnusableItem("does not say which post is liked"));
    JsonNode account = notification.path("author");
    String who = handle(account).orElse(Json.text(account, "did"));
    if (who.isEmpty()) throw new UnusableItem("does not say who likes the post");
    return new MentionEvent.Liked(liked.mentionId(), who, Json.moment(notification, "indexedAt"));
  }

  /**
   * When it was written, which its author's program claims, but never after the network saw it
   * (docs.bsky.app, Timestamps).
   *
   * @throws UnusableItem when neither can be read
   */
  static Instant publishedAt(JsonNode view) {
    return Stream.of(moment(view.path("record"), "createdAt"), moment(view, "indexedAt"))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElseThrow(() -> new UnusableItem("has no readable time"));
  }

  private static Optional<Instant> moment(JsonNode node, String field) {
    try {
      return Optional.of(Json.moment(node, field));
    } catch (UnusableItem otherForm) {
      return Optional.empty();
    }
  }

  /** Empty for an account whose handle no longer leads to it. */
  private static Optional<String> handle(JsonNode account) {
    return Optional.of(Json.text(account, "handle"))
        .filter(handle -> handle.length() <= 253 && HANDLE.matcher(handle).matches())
        .filter(handle -> !handle.equals("handle.invalid"));
  }

  private static Author author(JsonNode account, String who) {
    URI profile = URI.create("https://bsky.app/profile/" + who.replace("%", "%25"));
    return new Author(who, PlainText.line(Json.text(account, "displayName"), 200), profile, 0);
  }

  private static MentionKind kind(Optional<AtUri> parent, Optional<AtUri> quoted) {
    if (quoted.isPresent()) return MentionKind.QUOTE;
    return parent.isPresent() ? MentionKind.REPLY : MentionKind.POST;
  }

  /** A post below a post, alone or beside pictures; a list or a feed below it is no quote. */
  private static Optional<AtUri> quoted(JsonNode post) {
    JsonNode embedded = post.path("embed").path("record");
    return AtUri.post(Json.text(embedded, "uri"))
        .or(() -> AtUri.post(Json.text(embedded.path("record"), "uri")));
  }

  private static @Nullable MentionId id(Optional<AtUri> post) {
    return post.map(AtUri::mentionId).orElse(null);
  }

  private ReplyWay replyWay(JsonNode view, URI page) {
    if (view.path("viewer").path("replyDisabled").asBoolean()) {
      return new ReplyWay.ByHand(page, "The author lets only some people answer this post.");
    }
    return mayReply
        ? new ReplyWay.Api()
        : new ReplyWay.ByHand(page, "No app password of a Bluesky account is set.");
  }
}
