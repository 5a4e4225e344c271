package no.grenselos.feed.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import okhttp3.HttpUrl;

/** A made-up network: each frame is a name, and the cursor is the last one. */
final class CountedLines implements LiveSource {
  static final Network NETWORK = new Network("lines");

  final Queue<Fetch> missed = new ArrayDeque<>();
  private final FeedClient client;
  private final HttpUrl address;
  private final Wire wire;
  private final Liveness liveness;

  CountedLines(FeedClient client, HttpUrl address, Wire wire, Liveness liveness) {
    this.client = client;
    this.address = address;
    this.wire = wire;
    this.liveness = liveness;
  }

  static String key(Object name) {
    return "lines:" + name + "#deleted";
  }

  static MentionEvent event(String name) {
    return new MentionEvent.Deleted(new MentionId(NETWORK, name), Instant.EPOCH);
  }

  static Fetch.Page page(String next, boolean more, String... names) {
    List<MentionEvent> events = List.of(names).stream().map(CountedLines::event).toList();
    return new Fetch.Page(events, new Cursor(next), more, List.of());
  }

  @Override
  public Opened open(Cursor from) {
    HttpUrl url = address.newBuilder().addQueryParameter("from", from.text()).build();
    return Opened.of(client.open(url, Map.of("Authorization", "Bearer t"), wire, liveness));
  }

  @Override
  public Optional<Fetch> missed(Cursor from) {
    return Optional.ofNullable(missed.poll());
  }

  @Override
  public Reading reading(Cursor from, boolean gap) {
    return new Reading() {
      private Cursor last = from;

      @Override
      public Optional<String> take(LiveFrame frame, Gathering gathering) {
        String name = new String(frame.bytes(), StandardCharsets.UTF_8);
        if (!frame.whole()) {
          gathering.skip("frame", "too large");
        } else if (name.startsWith("bye")) {
          return Optional.of("the stream said goodbye");
        } else if (!name.startsWith("noise")) {
          gathering.take(name, () -> event(name));
        }
        if (!gap && frame.whole()) last = new Cursor(name);
        return Optional.empty();
      }

      @Override
      public Cursor cursor() {
        return last;
      }
    };
  }
}
