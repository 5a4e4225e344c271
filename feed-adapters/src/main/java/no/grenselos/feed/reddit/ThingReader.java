package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Makes mentions of posts and comments. The post a comment stands under is its conversation; the
 * time of the last edit is the revision.
 *
 * @param notByApi why answers do not go through the API, in plain English; empty when they do
 */
record ThingReader(Optional<String> notByApi) {
  private static final Pattern PLACE =
      Pattern.compile("^/(?:r|user|u)/[\\w-]{1,50}/comments/([a-z0-9]{1,13})/");
  private static final Pattern HANDLE = Pattern.compile("[\\w-]{1,30}");

  /** What is known of a thing met for the first time. */
  MentionEvent event(RedditThing thing, Instant noticedAt) {
    if (thing.name().isEmpty()) throw new UnusableItem("is neither a post nor a comment");
    return thing.isGone()
        ? new MentionEvent.Deleted(mentionId(thing.name()), noticedAt)
        : new MentionEvent.Posted(read(thing));
  }

  /**
   * @throws UnusableItem when it is no public post or comment
   */
  Mention read(RedditThing thing) {
    JsonNode data = thing.data();
    String name = thing.name();
    if (name.isEmpty() || !data.has(thing.isPost() ? "title" : "body")) {
      throw new UnusableItem("is neither a post nor a comment");
    }
    if (Json.text(data, "subreddit_type").equals("private")) {
      throw new UnusableItem("is not public (private subreddit)");
    }
    String parent = RedditThing.nameIn(data, "parent_id");
    String conversation = conversation(thing, parent);
    URI link = link(thing, conversation);
    return new Mention(
        mentionId(name),
        thing.revision().orElse(""),
        conversation,
        link,
        author(data),
        text(thing),
        kind(thing),
        "",
        parent.isEmpty() ? null : mentionId(parent),
        reshared(data),
        replyWay(data, link),
        thing.createdAt());
  }

  static MentionId mentionId(String name) {
    return new MentionId(RedditFeedProvider.NETWORK, name);
  }

  private static String conversation(RedditThing thing, String parent) {
    if (thing.isPost()) return thing.name();
    String post = RedditThing.nameIn(thing.data(), "link_id");
    if (!post.isEmpty()) return post;
    // the inbox names the post in the address only
    Matcher place = PLACE.matcher(Json.text(thing.data(), "context"));
    if (place.find()) return "t3_" + place.group(1);
    return parent.startsWith("t3_") ? parent : thing.name();
  }

  private static URI link(RedditThing thing, String conversation) {
    String path = Json.text(thing.data(), thing.data().has("permalink") ? "permalink" : "context");
    Optional<URI> given =
        PLACE.matcher(path).find()
            ? WebLink.of("https://www.reddit.com" + bare(path))
            : Optional.empty();
    String post = conversation.substring(3);
    String made = thing.isPost() ? post + "/" : post + "/_/" + thing.name().substring(3) + "/";
    return given.orElseGet(() -> URI.create("https://www.reddit.com/comments/" + made));
  }

  private static String bare(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static Author author(JsonNode data) {
    String handle = Json.text(data, "author");
    if (!HANDLE.matcher(handle).matches()) return Author.UNKNOWN;
    return new Author(handle, "", URI.create("https://www.reddit.com/user/" + handle), 0);
  }

  private static String text(RedditThing thing) {
    JsonNode data = thing.data();
    if (!thing.isPost()) return PlainText.tidy(words(data, "body_html", "body"));
    String words = words(data, "selftext_html", "selftext");
    String outward = data.path("is_self").asBoolean(true) ? "" : Json.text(data, "url");
    String shown = WebLink.of(outward).map(URI::toString).orElse("");
    return PlainText.tidy(Json.text(data, "title") + "\n\n" + words + "\n\n" + shown);
  }

  /** Rendered where it is there: the reader's words, not the signs of Markdown. */
  private static String words(JsonNode data, String html, String markdown) {
    String rendered = Json.text(data, html);
    // without raw_json Reddit escapes the HTML once more
    boolean escaped = rendered.startsWith("&lt;");
    String read = PlainText.ofHtml(escaped ? Parser.unescapeEntities(rendered, false) : rendered);
    return read.isEmpty() ? Json.text(data, markdown) : read;
  }

  private static MentionKind kind(RedditThing thing) {
    if (!thing.isPost()) return MentionKind.REPLY;
    JsonNode data = thing.data();
    if (reshared(data) == null) return MentionKind.POST;
    JsonNode original = data.path("crosspost_parent_list").path(0);
    boolean sameTitle = Json.text(original, "title").equals(Json.text(data, "title"));
    return sameTitle ? MentionKind.RESHARE : MentionKind.QUOTE;
  }

  private static @Nullable MentionId reshared(JsonNode data) {
    String original = RedditThing.nameIn(data, "crosspost_parent");
    return original.isEmpty() ? null : mentionId(original);
  }

  private ReplyWay replyWay(JsonNode data, URI link) {
    if (data.path("locked").asBoolean() || data.path("archived").asBoolean()) {
      return new ReplyWay.ByHand(link, "Reddit takes no more answers here: it is locked or old.");
    }
    return notByApi
        .<ReplyWay>map(why -> new ReplyWay.ByHand(link, why))
        .orElseGet(ReplyWay.Api::new);
  }
}
