package no.grenselos.playground.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The bus of what happened, in one order for everybody. The last 2,000 happenings are kept, so that
 * a page that lost its stream for a moment misses nothing.
 *
 * <p>Safe for many threads. Listeners are called by the teller, in order, one happening at a time:
 * they must return at once.
 */
public final class Happenings {
  private static final int KEPT = 2_000;

  private final Deque<Happening> recent = new ArrayDeque<>();
  private final List<Consumer<Happening>> listeners = new CopyOnWriteArrayList<>();
  private long lastId;

  /** Tells everybody that listens. The details must not be changed afterwards. */
  public synchronized void tell(String kind, JsonNode details) {
    Happening happening = new Happening(++lastId, kind, details);
    recent.addLast(happening);
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
    listeners.forEach(listener -> listener.accept(happening));
  }

  /**
   * Hears what is kept and happened after the id, then all that follows, without a gap.
   *
   * @return to be run once to stop listening
   */
  public synchronized Runnable listen(long afterId, Consumer<Happening> listener) {
    recent.stream().filter(happening -> happening.id() > afterId).forEach(listener);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The id of the latest happening, 0 before the first. */
  public synchronized long lastId() {
    return lastId;
  }
}
