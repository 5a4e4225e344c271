package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;

/**
 * Reads an event of the X Activity API (docs.x.com, X Activity API event payloads): posts of an
 * account and posts that name it come as in a search, a deleted post with its number only. The
 * events' own numbers count for nothing: the post's number tells whether it is known.
 */
record ActivityEvent(PostReader posts, OurOwn ours, Clock clock) {
  /**
   * @param data of the body
   */
  void read(JsonNode data, Gathering gathering) {
    JsonNode payload = data.path("payload");
    String kind = Json.text(data, "event_type");
    String item = Json.text(payload, "id");
    if (kind.equals("post.delete")) {
      gathering.take(item, () -> deleted(item));
    } else if (kind.matches("post(\\.\\w{1,20})?\\.create")) {
      gathering.takeIfAny(item, () -> posted(payload, page(data)));
    } else if (kind.equals("like.create")) {
      gathering.takeIfAny("like of " + Json.text(payload, "liked_tweet_id"), () -> liked(data));
    }
  }

  private MentionEvent deleted(String id) {
    if (!PostLink.isId(id)) throw new UnusableItem("does not say which post is gone");
    return new MentionEvent.Deleted(PostReader.mentionId(id), clock.instant());
  }

  private Optional<MentionEvent> posted(JsonNode post, XPage page) {
    return ours.isAuthor(post, page) ? Optional.empty() : Optional.of(posts.event(post, page));
  }

  /**
   * Likes are told to whoever signed in for the account, so the account is ours. Who likes is not
   * in the event itself: it is whoever else is told of.
   */
  private Optional<MentionEvent> liked(JsonNode data) {
    JsonNode like = data.path("payload");
    XPage page = page(data);
    String author = Json.text(like, "liked_tweet_author_id");
    String handle = Json.text(page.users().getOrDefault(author, Json.object()), "username");
    String account = Json.text(data.path("filter"), "user_id");
    boolean ofOurs = !author.isEmpty() && (author.equals(account) || ours.is(author, handle));
    if (!ofOurs) return Optional.empty();
    List<JsonNode> others =
        page.users().values().stream()
            .filter(user -> !Json.text(user, "id").equals(author))
            .toList();
    if (others.isEmpty() && !handle.isEmpty()) return Optional.empty();
    if (others.size() != 1) throw new UnusableItem("does not say who likes what");
    String id = Json.text(like, "liked_tweet_id");
    return Optional.of(new Like(page.mention(id), others.getFirst(), like).event(clock));
  }

  /** As an answer of the API would have it; users of some events are wrapped once more. */
  private static XPage page(JsonNode data) {
    ObjectNode answer = Json.object();
    answer.set("data", data.path("payload").isObject() ? data.path("payload") : Json.object());
    ObjectNode includes = answer.putObject("includes");
    ArrayNode posts = includes.putArray("tweets");
    Json.elements(data.path("includes").path("tweets")).forEach(posts::add);
    ArrayNode users = includes.putArray("users");
    for (JsonNode user : Json.elements(data.path("includes").path("users"))) {
      users.add(user.has("data") ? user.path("data") : user);
    }
    return XPage.of(answer).orElseThrow();
  }
}
