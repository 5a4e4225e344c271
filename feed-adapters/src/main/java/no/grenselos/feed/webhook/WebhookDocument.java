package no.grenselos.feed.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Reads the body of a webhook after {@link WebhookSignature} found it genuine: one mention, or
 * {@code {"mentions": [...]}} (docs/webhook-mention.schema.json). A bad mention is listed with
 * every field that is wrong, the others come. Never throws for what the body holds; safe for many
 * threads.
 *
 * @param received when deletes count as noticed
 */
record WebhookDocument(Instant received) {
  static final int MOST_MENTIONS = 500;

  /** As much as our door lets in. */
  static final int MOST_BYTES = 1_000_000;

  /** The worst of so much HTML is read within a second. */
  static final int MOST_HTML = 300_000;

  private static final Comparator<MentionEvent> OLDEST_FIRST =
      Comparator.comparing(WebhookDocument::time);

  /**
   * A page with the mentions, oldest first; {@link Fetch.Failed} when the body is none of the two
   * forms; {@link Fetch.Refused} when it is too large.
   */
  public Fetch read(byte[] body) {
    if (body.length > MOST_BYTES) {
      return new Fetch.Refused(
          "the body has " + body.length + " bytes; " + MOST_BYTES + " is the most",
          "Send fewer mentions in one call.");
    }
    return Json.parse(body)
        .map(this::read)
        .orElseGet(() -> new Fetch.Failed("the body is not JSON, or it is broken off"));
  }

  Fetch read(JsonNode body) {
    JsonNode mentions = body.path("mentions");
    if (!body.isObject() || (body.has("mentions") && !mentions.isArray())) {
      return new Fetch.Failed(
          "the body must be one mention as a JSON object, or {\"mentions\": [...]}");
    }
    return tooMuch(mentions).orElseGet(() -> page(body, mentions));
  }

  private static Optional<Fetch> tooMuch(JsonNode mentions) {
    if (mentions.size() > MOST_MENTIONS) {
      return Optional.of(
          new Fetch.Refused(
              "the body holds " + mentions.size() + " mentions; " + MOST_MENTIONS + " is the most",
              "Send the rest in other calls."));
    }
    long html = 0;
    for (JsonNode mention : mentions) html += mention.path("html").asText("").length();
    if (html <= MOST_HTML) return Optional.empty();
    return Optional.of(
        new Fetch.Refused(
            "the mentions hold " + html + " characters of html; " + MOST_HTML + " is the most",
            "Send fewer mentions in one call, or their text."));
  }

  private Fetch page(JsonNode body, JsonNode mentions) {
    Gathering gathering = new Gathering();
    if (mentions.isArray()) {
      for (int i = 0; i < mentions.size(); i++)
        one("mentions[" + i + "]", mentions.get(i), gathering);
    } else {
      one("the mention", body, gathering);
    }
    gathering.events().sort(OLDEST_FIRST);
    return gathering.page(Cursor.START, false);
  }

  private void one(String place, JsonNode item, Gathering gathering) {
    gathering.take(place, () -> new WebhookMention(new Fields(item)).event(received));
  }

  private static Instant time(MentionEvent event) {
    return switch (event) {
      case MentionEvent.Posted posted -> posted.mention().publishedAt();
      case MentionEvent.Edited edited -> edited.mention().publishedAt();
      case MentionEvent.Liked liked -> liked.at();
      case MentionEvent.Deleted deleted -> deleted.noticedAt();
    };
  }
}
