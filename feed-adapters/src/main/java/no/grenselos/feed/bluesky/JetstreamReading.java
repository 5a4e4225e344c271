package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.LiveFrame;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of the stream, most of which are nobody's: those of posts that may hold one of the
 * words are read as JSON, and let through when the words are in the text, or when it names, answers
 * or quotes our account. Rewritten and deleted posts come when they were let through before.
 */
final class JetstreamReading implements LiveSource.Reading {
  /** The cursor is kept this seldom when nothing comes; after a crash so much is read again. */
  private static final long KEPT_EVERY_MICROS = Duration.ofSeconds(30).toNanos() / 1000;

  private static final int LONGEST_NOTICE = 2000;

  private final Cursor from;
  private final StreamPlace place;
  private final JetstreamSieve sieve;
  private final StreamStart start;
  private final LetThrough let;
  private boolean moved;
  private @Nullable LiveFrame last;

  JetstreamReading(Cursor from, StreamPlace place, JetstreamSieve sieve, StreamStart start) {
    this.from = from;
    this.start = start;
    this.place = place;
    this.sieve = sieve;
    this.let = LetThrough.of(place.posts());
  }

  @Override
  public Optional<String> take(LiveFrame frame, Gathering gathering) {
    byte[] bytes = frame.bytes();
    if (!frame.whole()) {
      gathering.skip("event", "is larger than a megabyte");
      return Optional.empty();
    }
    if (!JetstreamReader.mayBePost(bytes)) return notice(bytes, gathering);
    last = frame;
    start.heard(bytes, gathering);
    if (sieve.mayConcern(bytes)) gathering.takeIfAny("event", () -> event(bytes));
    return Optional.empty();
  }

  /** What the newer form says about itself; a name that we do not know is not repeated. */
  private static Optional<String> notice(byte[] bytes, Gathering gathering) {
    if (bytes.length > LONGEST_NOTICE) return Optional.empty();
    JsonNode frame = Json.parse(bytes).orElseGet(Json::object);
    if (Json.text(frame, "$type").equals("error")) {
      boolean slow = Json.text(frame, "error").equals("ConsumerTooSlow");
      return Optional.of("the stream ended with an error" + (slow ? ": we read too slowly" : ""));
    }
    String name = Json.text(frame.path("payload"), "name");
    if (name.equals("OutdatedCursor")) {
      gathering.skip("stream", "does not go back far enough: some events were not told");
    }
    return Optional.empty();
  }

  private Optional<MentionEvent> event(byte[] bytes) {
    JetstreamEvent event =
        Json.parse(bytes)
            .flatMap(JetstreamEvent::of)
            .orElseThrow(() -> new UnusableItem("is no event of the stream"));
    if (!event.isOfPost()) return Optional.empty();
    AtUri post = event.post();
    boolean known = let.knows(post);
    boolean repeated = known && event.operation().equals("create");
    boolean foreign = !known && !sieve.concerns(event);
    if (repeated || foreign) return Optional.empty();
    MentionEvent read = event.read(sieve.reader());
    if (read instanceof MentionEvent.Deleted) let.forget(post);
    else let.add(post);
    moved = true;
    return Optional.of(read);
  }

  @Override
  public void finish(Gathering gathering) {
    if (moved) sieve.shown().ifPresent(shown -> shown.at(gathering));
  }

  @Override
  public Cursor cursor() {
    if (last == null) return from;
    long told = position(last.bytes());
    // until another server has come as far, what it told is only part of what was known
    String host = told >= place.micros() ? sieve.host() : place.host();
    long at = Math.max(place.micros(), told);
    boolean worthKeeping = at - place.micros() >= KEPT_EVERY_MICROS || !host.equals(place.host());
    if (!moved && !worthKeeping) return from;
    return new StreamPlace(at, host, place.handle(), place.did(), let.text()).cursor();
  }

  private static long position(byte[] bytes) {
    return Json.parse(bytes).map(JetstreamEvent::position).orElse(0L);
  }
}
