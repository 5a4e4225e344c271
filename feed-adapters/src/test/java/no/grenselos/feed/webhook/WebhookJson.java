package no.grenselos.feed.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/** Bodies of webhooks, with texts of our own, and what is read from them. */
final class WebhookJson {
  static final Instant RECEIVED = Instant.parse("2026-11-23T09:05:00Z");
  private static final WebhookDocument DOCUMENT = new WebhookDocument(RECEIVED);

  private WebhookJson() {}

  static ObjectNode good() {
    ObjectNode mention =
        Json.object()
            .put("network", "trustpilot")
            .put("id", "r-4711")
            .put("link", "https://www.trustpilot.example/reviews/r-4711")
            .put("text", "Varmepumpa bråker")
            .put("lang", "nb-NO")
            .put("kind", "review")
            .put("publishedAt", "2026-11-23T10:00:00+01:00");
    mention.putObject("author").put("name", "Odd Havn").put("handle", "@odd").put("followers", 12);
    return mention;
  }

  /** A good one in which the field holds that JSON. */
  static String with(String field, String json) {
    ObjectNode mention = good();
    mention.set(field, Json.parse(json).orElseThrow());
    return Json.write(mention);
  }

  static String without(String field) {
    ObjectNode mention = good();
    mention.remove(field);
    return Json.write(mention);
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  static Fetch read(String body) {
    return DOCUMENT.read(bytes(body));
  }

  static Fetch.Page page(String body) {
    return (Fetch.Page) read(body);
  }

  static MentionEvent event(String body) {
    List<Skipped> skipped = page(body).skipped();
    if (!skipped.isEmpty()) throw new AssertionError(skipped);
    return page(body).events().getFirst();
  }

  static Mention mention(String body) {
    return switch (event(body)) {
      case MentionEvent.Posted posted -> posted.mention();
      case MentionEvent.Edited edited -> edited.mention();
      case MentionEvent.Liked liked -> throw new AssertionError(liked);
      case MentionEvent.Deleted deleted -> throw new AssertionError(deleted);
    };
  }

  static String reason(String body) {
    return page(body).skipped().getFirst().reason();
  }
}
