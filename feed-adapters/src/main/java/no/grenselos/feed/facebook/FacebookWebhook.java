package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Network;

/**
 * Reads the body of a webhook of the objects {@code page} and {@code instagram}, after {@link
 * WebhookSignature} found it genuine. One bad change is listed, the others come. Never throws for
 * what the body holds; safe for many threads.
 *
 * @param withOwn whether what the page itself wrote is taken in; false unless reading recordings
 * @param notByApi why answers go by hand, in plain English
 */
record FacebookWebhook(boolean withOwn, String notByApi) {
  static final Network FACEBOOK = new Network("facebook");
  static final Network INSTAGRAM = new Network("instagram");

  /** A page of events in the order sent; {@link Fetch.Failed} when the body is not JSON. */
  public Fetch read(byte[] body) {
    return Json.parse(body)
        .<Fetch>map(this::page)
        .orElseGet(() -> new Fetch.Failed("the body is not JSON, or it is broken off"));
  }

  private Fetch page(JsonNode webhook) {
    Gathering gathering = new Gathering();
    String object = Json.text(webhook, "object");
    boolean known = object.equals("page") || object.equals("instagram");
    if (known && webhook.path("entry").isArray()) {
      int number = 0;
      for (JsonNode entry : webhook.path("entry")) entry(object, ++number, entry, gathering);
    }
    Fetch.Page page = gathering.page(Cursor.START, false);
    if (page.events().isEmpty() && page.skipped().isEmpty()) {
      gathering.skip("file", "is no webhook of a page or of Instagram with anything in it");
    }
    return gathering.page(Cursor.START, false);
  }

  private void entry(String object, int number, JsonNode entry, Gathering gathering) {
    String place = "entry " + number;
    for (String kind : new String[] {"messaging", "standby"}) {
      for (int i = 0; i < entry.path(kind).size(); i++)
        gathering.skip(place, "is a private message");
    }
    int change = 0;
    for (JsonNode node : entry.path("changes")) {
      Change read = new Change(entry, Json.text(node, "field"), node.path("value"));
      String item = place + ", change " + ++change;
      if (object.equals("page")) {
        gathering.take(item, () -> new PageChange(read, withOwn, notByApi).event());
      } else {
        gathering.take(item, () -> new InstagramChange(read, withOwn, notByApi).event());
      }
    }
  }
}
