package no.grenselos.app.wiring;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.flow.Inward;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;

/**
 * The doors of all that tells us of posts: {@code /in/feeds/<name of the entry>}.
 *
 * @param doors by path
 */
record FeedDoors(Map<String, Webhook> doors) implements Webhook {
  /** Below {@code /in/}. */
  static final String NAME = "feeds";

  static FeedDoors of(Collection<Inward> inlets) {
    return new FeedDoors(
        inlets.stream()
            .collect(Collectors.toMap(inlet -> "/" + inlet.name(), Function.identity())));
  }

  @Override
  public HttpAnswer receive(HttpCall call) {
    Webhook door = doors.get(call.path());
    return door == null ? HttpAnswer.text(404, "no such feed") : door.receive(call);
  }
}
