package no.grenselos.app.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Store;
import no.grenselos.work.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Tells the journal's events to a person, one line each, on a thread of its own; entries that come
 * before {@link #begin} are told then.
 */
final class Storyteller implements Journal, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Pattern CARD = Pattern.compile("^show:(C-\\d+) ");

  private final PrintWriter out;
  private final Figures figures;
  private final DateTimeFormatter time;
  private final BlockingQueue<AuditLog.Entry> entries = new LinkedBlockingQueue<>();
  private final AtomicInteger untold = new AtomicInteger();
  private volatile long lastNanos = System.nanoTime();
  private volatile boolean ending;
  private @Nullable Thread thread;

  /**
   * @param out where lines go
   */
  Storyteller(PrintWriter out, Figures figures, ZoneId zone) {
    this.out = out;
    this.figures = figures;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public void note(AuditLog.Entry entry) {
    untold.incrementAndGet();
    lastNanos = System.nanoTime();
    entries.add(entry);
  }

  /** Begins to tell, with the store to look things up in. */
  void begin(Store store, Telling telling) {
    thread = Thread.ofPlatform().daemon().name("storyteller").start(() -> tellAll(store, telling));
  }

  /** How long nothing has happened. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastNanos);
  }

  boolean allTold() {
    return untold.get() == 0;
  }

  private void tellAll(Store store, Telling telling) {
    try {
      while (!ending || !entries.isEmpty()) {
        AuditLog.Entry entry = entries.poll(100, TimeUnit.MILLISECONDS);
        if (entry == null) continue;
        figures.note(entry);
        if (entry.what().equals("errand.delayed")) slowed(store, entry);
        telling.of(store, entry).ifPresent(told -> line(entry.at(), told.what(), told.text()));
        untold.decrementAndGet();
      }
    } catch (InterruptedException e) {
      // the end of the story
    }
  }

  private void slowed(Store store, AuditLog.Entry entry) {
    Matcher card = CARD.matcher(entry.detail());
    if (!card.find()) return;
    PlacementId id = PlacementId.parse(card.group(1));
    Optional<Placement> placement = store.read(books -> books.placements().find(id));
    placement.ifPresent(found -> figures.slowed(found.place().toString(), entry.at()));
  }

  /** Says a line in the story's form. */
  void line(Instant at, String what, String text) {
    out.printf("%s  %-8s %s%n", time.format(at), what, text);
    out.flush();
  }

  /** Tells what is left, then ends. */
  @Override
  public void close() {
    ending = true;
    Thread running = thread;
    if (running == null) return;
    try {
      if (!running.join(PATIENCE)) running.interrupt();
    } catch (InterruptedException e) {
      running.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
