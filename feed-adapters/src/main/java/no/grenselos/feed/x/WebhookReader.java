package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;

/**
 * Reads the body of a webhook: Account Activity, X Activity, or a post of the filtered stream
 * (docs.x.com, V2 Webhooks API: products). What our own account writes and likes is left out, since
 * it is no customer's; so are events that are no posts, such as followers and direct messages.
 */
record WebhookReader(PostReader posts, OurOwn ours, Clock clock) {
  Fetch.Page read(JsonNode body) {
    Gathering gathering = new Gathering();
    read(body, gathering);
    return gathering.page(Cursor.START, false);
  }

  void read(JsonNode body, Gathering gathering) {
    JsonNode data = body.path("data");
    if (data.has("event_type")) {
      new ActivityEvent(posts, ours, clock).read(data, gathering);
    } else if (data.has("text")) {
      XPage.of(body).ifPresent(page -> streamed(page, gathering));
    } else if (isAccountActivity(body)) {
      new AccountActivity(posts, ours, clock).read(body, gathering);
    } else {
      gathering.skip("body", "is none of the webhooks of X that are read here");
    }
  }

  private void streamed(XPage page, Gathering gathering) {
    for (JsonNode post : page.posts()) {
      if (ours.isAuthor(post, page)) continue;
      gathering.take(Json.text(post, "id"), () -> posts.event(post, page));
    }
  }

  private static boolean isAccountActivity(JsonNode body) {
    return body.has("for_user_id")
        || body.has("user_event")
        || body.has("replay_job_status")
        || body.has("tweet_create_events");
  }
}
