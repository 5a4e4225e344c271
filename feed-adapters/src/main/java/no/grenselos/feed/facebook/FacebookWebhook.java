package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Reads the body of a webhook of the objects {@code page} and {@code instagram}, after {@link
 * WebhookSignature} found it genuine. One bad change is listed, the others come. Never throws for
 * what the body holds; safe for many threads.
 *
 * @param recorded whether it reads recordings, in which what the page itself wrote is taken in, and
 *     what is told by half is not, for nobody completes it
 * @param page whom the object {@code page} is told to; empty where nobody listens to it
 * @param instagram the same of the object {@code instagram}
 */
record FacebookWebhook(boolean recorded, Optional<Addressee> page, Optional<Addressee> instagram) {
  static final Network FACEBOOK = new Network("facebook");
  static final Network INSTAGRAM = new Network("instagram");

  private static final String ELSEWHERE =
      "is of an object that this entry does not listen to: give that webhook the address of an"
          + " entry `facebook` or `instagram`";

  /**
   * Who is told.
   *
   * @param id of ours; empty where any will do
   */
  record Addressee(String id, Answering answering) {}

  /** What to keep of an event that happened then. */
  @FunctionalInterface
  interface Sieve {
    Optional<MentionEvent> pass(MentionEvent event, Instant at);
  }

  /** The whole of it. */
  public Fetch read(byte[] body) {
    return read(body, (event, at) -> Optional.of(event));
  }

  /** A page of events in the order sent; {@link Fetch.Failed} when the body is not JSON. */
  public Fetch read(byte[] body, Sieve sieve) {
    return Json.parse(body)
        .map(webhook -> events(webhook, sieve))
        .orElseGet(() -> new Fetch.Failed("the body is not JSON, or it is broken off"));
  }

  private Fetch events(JsonNode webhook, Sieve sieve) {
    Gathering gathering = new Gathering();
    boolean any = false;
    String object = Json.text(webhook, "object");
    if (object.equals("page") || object.equals("instagram")) {
      Optional<Addressee> told = object.equals("page") ? page : instagram;
      int number = 0;
      for (JsonNode entry : Json.elements(webhook.path("entry"))) {
        String place = "entry " + ++number;
        if (told.isEmpty()) gathering.skip(place, ELSEWHERE);
        else if (isOthers(entry, told.get())) gathering.skip(place, "is of another page than ours");
        else {
          any |= !entry.path("changes").isEmpty();
          entry(object, place, entry, told.get().answering(), gathering, sieve);
        }
      }
    }
    Fetch.Page page = gathering.page(Cursor.START, false);
    if (!any && page.skipped().isEmpty()) {
      gathering.skip("file", "is no webhook of a page or of Instagram with anything in it");
    }
    return gathering.page(Cursor.START, false);
  }

  private static boolean isOthers(JsonNode entry, Addressee told) {
    return !told.id().isEmpty() && !Json.text(entry, "id").equals(told.id());
  }

  private void entry(
      String object,
      String place,
      JsonNode entry,
      Answering answering,
      Gathering gathering,
      Sieve sieve) {
    for (String kind : new String[] {"messaging", "standby"}) {
      for (int i = 0; i < entry.path(kind).size(); i++)
        gathering.skip(place, "is a private message");
    }
    int change = 0;
    for (JsonNode node : entry.path("changes")) {
      Change read = new Change(entry, Json.text(node, "field"), node.path("value"));
      String item = place + ", change " + ++change;
      if (object.equals("page")) {
        gathering.takeIfAny(
            item, () -> sieved(new PageChange(read, recorded, answering).event(), read, sieve));
      } else {
        gathering.takeIfAny(
            item,
            () -> sieved(new InstagramChange(read, recorded, answering).event(), read, sieve));
      }
    }
  }

  private static Optional<MentionEvent> sieved(MentionEvent event, Change change, Sieve sieve) {
    boolean first = event instanceof MentionEvent.Posted;
    return sieve.pass(event, first ? change.at() : change.toldAt());
  }
}
