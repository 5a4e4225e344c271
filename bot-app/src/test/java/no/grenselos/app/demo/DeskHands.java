package no.grenselos.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.grenselos.playground.slack.workspace.Shown;

/**
 * Dina and Dag at the desk: both press on each new card at the same moment, and again for as long
 * as nobody took the press, as people do.
 */
final class DeskHands implements Runnable {
  private static final List<String> BOTH = List.of("U0DESK", "U0DAG");

  private final World world;
  private final SlackHands hands;
  private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

  DeskHands(World world) {
    this.world = world;
    this.hands = new SlackHands(world.playground().base(), world.slack());
  }

  /** Who was told that their press was taken, by card. */
  Map<String, Set<String>> taken() {
    return taken;
  }

  /** Until it is interrupted. */
  @Override
  public void run() {
    try (ExecutorService people = Executors.newFixedThreadPool(BOTH.size())) {
      List<Shown> open = new ArrayList<>();
      int seen = 0;
      while (true) {
        List<Shown> shown = world.slack().posts();
        shown.subList(seen, shown.size()).stream().filter(this::isNew).forEach(open::add);
        seen = shown.size();
        for (Shown card : List.copyOf(open)) {
          press(people, card);
          if (taken.getOrDefault(card.payload("card"), Set.of()).size() == BOTH.size()) {
            open.remove(card);
          }
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      // the day is over
    }
  }

  private boolean isNew(Shown shown) {
    Screen screen = hands.screen(shown);
    return shown.kind() == Shown.Kind.POSTED
        && !screen.isDirect()
        && screen.post().isPresent()
        && screen.offers("CLAIM");
  }

  private void press(ExecutorService people, Shown card) throws InterruptedException {
    List<Future<?>> presses = new ArrayList<>();
    for (String who : BOTH) {
      presses.add(
          people.submit(() -> {
            if (!hands.screen(card).press(who, "CLAIM")) return false;
            String id = card.payload("card");
            return taken.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(who);
          }));
    }
    for (Future<?> press : presses) {
      while (!press.isDone()) Thread.sleep(5);
    }
  }
}
