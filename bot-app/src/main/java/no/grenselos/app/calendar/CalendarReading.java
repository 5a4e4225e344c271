package no.grenselos.app.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.grenselos.config.Finding;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Leave;
import no.grenselos.people.Vacations;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Calendars;
import no.grenselos.store.Store;
import no.grenselos.work.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads experts' calendars every {@link #EVERY}, one after another, each on one node only. A
 * calendar that cannot be read leaves all as it was, and is tried again after {@link #AGAIN}.
 */
public final class CalendarReading implements AutoCloseable {
  static final Duration EVERY = Duration.ofHours(4);
  static final Duration AGAIN = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(CalendarReading.class);
  private static final Duration ROUND = Duration.ofMinutes(1);
  private static final Duration LEASE = CalendarFetch.PATIENCE.multipliedBy(3);
  private static final String BY = "grenselos";

  private final Store store;
  private final Supplier<RuleBook> rules;
  private final Secrets secrets;
  private final Clock clock;
  private final CalendarFetch fetch;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("calendars").factory());

  /**
   * @param rules in force, asked for anew in each round
   * @param localAddresses whether calendars may be on this machine: tests and the demo only
   */
  public CalendarReading(
      Store store, Supplier<RuleBook> rules, Secrets secrets, Clock clock, boolean localAddresses) {
    this.store = store;
    this.rules = rules;
    this.secrets = secrets;
    this.clock = clock;
    this.fetch = new CalendarFetch(localAddresses);
  }

  /** Begins at once, and returns. */
  public void start() {
    // nobody waits for it: a round that fails is told in quietly
    var unused =
        rounds.scheduleWithFixedDelay(this::quietly, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void quietly() {
    try {
      round();
    } catch (RuntimeException e) {
      LOG.warn("calendars not read", e);
    }
  }

  /** Reads those that are due. */
  void round() {
    for (Expert expert : read()) {
      if (rounds.isShutdown()) return;
      Instant now = clock.instant();
      boolean due = store.read(books -> books.calendars().due(expert.id(), now));
      if (!due) continue;
      boolean ours =
          store.write(books -> books.calendars().take(expert.id(), now, now.plus(LEASE)));
      if (ours) read(expert, now);
    }
  }

  private List<Expert> read() {
    RuleBook written = rules.get();
    boolean any = written.experts().stream().anyMatch(one -> one.manner().calendar() != null);
    if (!any) return List.of();
    // days without a zone are meant where the person is, which their profile may know better
    return store.read(books -> People.of(books, written)).experts().stream()
        .filter(expert -> expert.manner().calendar() != null)
        .toList();
  }

  private void read(Expert expert, Instant now) {
    String name = String.valueOf(expert.manner().calendar());
    Optional<Secret> address = secrets.find(name);
    if (address.isEmpty()) {
      failed(expert, now, name + " is not set");
      return;
    }
    switch (fetch.get(address.get())) {
      case CalendarFetch.Fetched.Failed(String reason) -> failed(expert, now, reason);
      case CalendarFetch.Fetched.Text(String ics) -> understood(expert, now, ics);
    }
  }

  private void understood(Expert expert, Instant now, String ics) {
    switch (Ics.read(ics, expert.hours().zone(), now)) {
      case Ics.Read.Refused(int line, String reason) ->
          failed(expert, now, (line > 0 ? "line " + line + " " : "") + reason);
      case Ics.Read.Aways aways -> keep(expert, now, leaves(aways, Leave.Source.CALENDAR));
    }
  }

  private void keep(Expert expert, Instant now, List<Leave> leaves) {
    boolean changed =
        store.write(books -> {
          books.calendars().done(expert.id(), new Calendars.Reading(now, now.plus(EVERY), ""));
          return Vacations.keep(books, expert, Leave.Source.CALENDAR, leaves, BY, now);
        });
    LOG.info("calendar read expert={} leaves={} news={}", expert.id(), leaves.size(), changed);
  }

  private void failed(Expert expert, Instant now, String problem) {
    LOG.warn("calendar not read expert={}: {}", expert.id(), problem);
    Calendars.Reading reading = new Calendars.Reading(now, now.plus(AGAIN), problem);
    store.write(books -> {
      books.calendars().done(expert.id(), reading);
      return true;
    });
  }

  /** The times as somebody's leaves. */
  public static List<Leave> leaves(Ics.Read.Aways aways, Leave.Source source) {
    return aways.all().stream().map(away -> new Leave(source, away.from(), away.until())).toList();
  }

  /** How the calendars of the rules in force were read last; empty when there are none. */
  public Optional<Finding> finding() {
    RuleBook written = rules.get();
    List<Expert> experts =
        written.experts().stream().filter(one -> one.manner().calendar() != null).toList();
    if (experts.isEmpty()) return Optional.empty();
    List<String> wrong =
        store.read(books ->
            experts.stream()
                .flatMap(one ->
                    books.calendars().last(one.id()).stream()
                        .filter(reading -> !reading.problem().isEmpty())
                        .map(reading -> one.id() + ": " + reading.problem()))
                .toList());
    String text =
        wrong.isEmpty() ? experts.size() + " to read" : "not read: " + String.join("; ", wrong);
    return Optional.of(new Finding(wrong.isEmpty(), "calendars", text));
  }

  /** Stops after the call in hand. */
  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
