package no.grenselos.app.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.chat.Place;
import no.grenselos.expert.Handle;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * The people inside, when nobody plays them: they look at their screens, think for a moment and
 * act, each with one pair of hands.
 */
final class Staff implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final long QUICKEST_MILLIS = 200;
  private static final int SPREAD_MILLIS = 700;

  private final World world;
  private final RuleBook book;
  private final Manners manners;
  private final Random random;
  private final Map<String, Semaphore> hands = new ConcurrentHashMap<>();
  private final Map<String, Screen> screens = new ConcurrentHashMap<>();
  private final Map<String, String> stages = new HashMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private @Nullable Thread thread;

  Staff(World world, DemoScript script, Outside outside, RuleBook book, long seed) {
    this.world = world;
    this.book = book;
    this.random = new Random(seed);
    this.manners = new Manners(script, outside, book, random);
  }

  void start() {
    thread = Thread.ofPlatform().daemon().name("staff").start(this::watch);
  }

  /** Whether nobody has anything in mind, and no nudge waits for an answer or its end. */
  boolean idle() {
    return busy.get() == 0 && screens.values().stream().noneMatch(screen -> screen.offers("PASS"));
  }

  private void watch() {
    try {
      List<Inside> houses = world.inside();
      while (true) {
        houses.forEach(house -> house.news().forEach(this::look));
        Thread.sleep(GLANCE);
      }
    } catch (InterruptedException e) {
      // the day is over
    }
  }

  private void look(Screen screen) {
    screens.put(screen.key(), screen);
    if (screen.isDirect()) direct(screen);
    else channel(screen);
  }

  private void direct(Screen screen) {
    if (screen.offers("PASS")) {
      if (enters(screen, "asked")) soon(screen.owner(), screen, manners.toNudge());
    } else if (screen.offers("RELEASE")) {
      if (enters(screen, "theirs")) soon(screen.owner(), screen, manners.toTheirOwn());
    } else {
      stages.remove(screen.key());
    }
  }

  private void channel(Screen screen) {
    List<Handle> members = members(screen);
    if (screen.offers("RELEASE")) {
      members.stream()
          .filter(member -> screen.headline().contains(book.colleague(member, "").name()))
          .findFirst()
          .filter(holder -> enters(screen, "taken"))
          .ifPresent(holder -> soon(holder.id(), screen, manners::comfort));
    } else if (screen.offers("CLAIM") && enters(screen, "queued") && !members.isEmpty()) {
      int first = random.nextInt(members.size());
      for (int i = 0; i < manners.takers(); i++) {
        soon(members.get((first + i) % members.size()).id(), screen, manners::claim);
      }
    }
  }

  private List<Handle> members(Screen screen) {
    return book.teams().stream()
        .filter(team -> screen.isIn(Place.Channel.named(team.channel(), world.houses().usual())))
        .flatMap(team -> team.members().keySet().stream())
        .filter(member -> member.house().equals(screen.house()))
        .sorted((one, two) -> one.id().compareTo(two.id()))
        .toList();
  }

  /** Whether the card comes to this stage from another. */
  private boolean enters(Screen screen, String stage) {
    return !stage.equals(stages.put(screen.key(), stage));
  }

  private void soon(String user, Screen screen, Manners.Act act) {
    busy.incrementAndGet();
    long think = QUICKEST_MILLIS + random.nextInt(SPREAD_MILLIS);
    Thread.ofPlatform()
        .daemon()
        .name("staff-" + user)
        .start(() -> {
          try {
            Thread.sleep(think);
            act(user, screen.key(), act);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            busy.decrementAndGet();
          }
        });
  }

  private void act(String user, String key, Manners.Act act) throws InterruptedException {
    Semaphore own = hands.computeIfAbsent(user, name -> new Semaphore(1));
    own.acquire();
    try {
      Screen now = screens.get(key);
      if (now != null) act.by(user, now);
    } finally {
      own.release();
    }
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) running.interrupt();
  }
}
