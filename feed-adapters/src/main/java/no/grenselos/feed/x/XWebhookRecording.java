package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.Network;

/**
 * Recorded bodies of X's webhooks, one or one a line. What an account of Account Activity wrote
 * itself is left out. A recording does not say when it was received, so deletes bear no real time.
 */
public final class XWebhookRecording implements Recording {
  private static final WebhookReader READER =
      new WebhookReader(
          new PostReader("", false),
          new OurOwn("", Optional.empty()),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Override
  public Network network() {
    return XFeedProvider.NETWORK;
  }

  @Override
  public String format() {
    return "x-webhook";
  }

  @Override
  public Fetch replay(byte[] file) {
    Gathering gathering = new Gathering();
    return Recorded.of(file).read(gathering, bodies -> read(bodies, gathering));
  }

  private static Fetch read(List<JsonNode> bodies, Gathering gathering) {
    bodies.forEach(body -> READER.read(body, gathering));
    return gathering.ofRecording();
  }
}
