package no.grenselos.feed.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.Network;

/**
 * Reads the recorded bodies of webhooks from listening tools, one or one a line. Each mention names
 * its own network. A recording does not say when it was received, so deletes bear no real time.
 */
public final class WebhookRecording implements Recording {
  private static final Network NETWORK = new Network("webhook");
  private static final WebhookDocument DOCUMENT = new WebhookDocument(Instant.EPOCH);

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Fetch replay(byte[] file) {
    Gathering gathering = new Gathering();
    return Recorded.of(file).read(gathering, bodies -> read(bodies, gathering));
  }

  private static Fetch read(List<JsonNode> bodies, Gathering gathering) {
    int number = 0;
    for (JsonNode body : bodies) {
      String place = bodies.size() == 1 ? "" : "body " + ++number + ", ";
      switch (DOCUMENT.read(body)) {
        case Fetch.Page page -> {
          gathering.events().addAll(page.events());
          page.skipped().forEach(item -> gathering.skip(place + item.item(), item.reason()));
        }
        case Fetch.Failed failed when bodies.size() == 1 -> {
          return failed;
        }
        case Fetch.Failed failed -> gathering.skip(place + "all", failed.reason());
        case Fetch.Refused refused -> gathering.skip(place + "all", refused.reason());
        case Fetch.Wait wait -> gathering.skip(place + "all", wait.reason());
      }
    }
    return gathering.ofRecording();
  }
}
