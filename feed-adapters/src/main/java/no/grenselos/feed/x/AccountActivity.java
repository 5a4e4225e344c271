package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;

/**
 * Reads a body of the Account Activity API (docs.x.com, V2 Account Activity API): posts in the
 * older shape, deleted posts and likes. The account that X tells of signed in to our app for it, so
 * it is ours.
 */
record AccountActivity(PostReader posts, OurOwn ours, Clock clock) {
  void read(JsonNode body, Gathering gathering) {
    String account = Json.text(body, "for_user_id");
    for (JsonNode status : Json.elements(body.path("tweet_create_events"))) {
      gathering.takeIfAny(LegacyPost.id(status), () -> posted(status, account));
    }
    for (JsonNode deleted : Json.elements(body.path("tweet_delete_events"))) {
      String id = Json.text(deleted.path("status"), "id");
      gathering.take(id, () -> deleted(id));
    }
    for (JsonNode like : Json.elements(body.path("favorite_events"))) {
      gathering.takeIfAny("like", () -> liked(like, account));
    }
    if (body.path("user_event").has("revoke")) {
      gathering.skip(
          "account", "took back what it allowed the app: subscribe it again, or X tells no more");
    }
  }

  private Optional<MentionEvent> posted(JsonNode status, String account) {
    XPage page = LegacyPost.page(status);
    JsonNode post = page.posts().getFirst();
    return isOurs(post, page, account) ? Optional.empty() : Optional.of(posts.event(post, page));
  }

  private MentionEvent deleted(String id) {
    if (!PostLink.isId(id)) throw new UnusableItem("does not say which post is gone");
    return new MentionEvent.Deleted(PostReader.mentionId(id), clock.instant());
  }

  /** Our own likes are told as well, and likes of what others wrote. */
  private Optional<MentionEvent> liked(JsonNode like, String account) {
    XPage page = LegacyPost.page(like.path("favorited_status"));
    JsonNode post = page.posts().getFirst();
    JsonNode fan = LegacyPost.user(like.path("user"));
    boolean byUs =
        Json.text(fan, "id").equals(account)
            || ours.is(Json.text(fan, "id"), Json.text(fan, "username"));
    if (byUs || !isOurs(post, page, account)) return Optional.empty();
    String id = Json.text(post, "id");
    String first = PostReader.first(post, id);
    return Optional.of(new Like(PostReader.mentionId(first), fan, like).event(clock));
  }

  private boolean isOurs(JsonNode post, XPage page, String account) {
    String author = Json.text(post, "author_id");
    return (!author.isEmpty() && author.equals(account)) || ours.isAuthor(post, page);
  }
}
