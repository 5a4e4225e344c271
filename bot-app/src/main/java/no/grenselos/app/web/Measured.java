package no.grenselos.app.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.grenselos.app.vitals.Backlog;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.store.FeedStanding;
import no.grenselos.store.LogPositions;

/**
 * What the metrics are drawn from; asked anew for each scrape.
 *
 * @param feeds how they stand, as the store says
 * @param log how far it was read, as the store says
 * @param backlog what waits in the store
 * @param disks folders of this machine whose room is told
 * @param chats what this node sent since it started; asks nobody
 */
public record Measured(
    Supplier<List<FeedStanding>> feeds,
    Supplier<List<LogPositions.Row>> log,
    Supplier<Backlog> backlog,
    List<Path> disks,
    Supplier<List<ChatVitals>> chats) {
  private static final Backlog NOTHING = new Backlog(Map.of(), Map.of(), List.of());

  public Measured {
    disks = List.copyOf(disks);
  }

  /** Of a node that has nothing else. */
  public static Measured of(
      Supplier<List<FeedStanding>> feeds, Supplier<List<LogPositions.Row>> log) {
    return new Measured(feeds, log, () -> NOTHING, List.of(), List::of);
  }

  static Measured of(Grenselos grenselos) {
    return new Measured(
        grenselos::feeds, grenselos::log, grenselos::backlog, grenselos.disks(), grenselos::chats);
  }
}
