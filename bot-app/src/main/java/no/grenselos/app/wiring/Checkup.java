package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.grenselos.app.assistant.WatchedAssistant;
import no.grenselos.app.calendar.CalendarReading;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.app.vitals.LogText;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.chat.CallRate;
import no.grenselos.chat.Chat;
import no.grenselos.chat.Place;
import no.grenselos.config.Finding;
import no.grenselos.config.Secrets;
import no.grenselos.expert.Team;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.log.Relay;
import no.grenselos.route.RuleBook;
import no.grenselos.store.LogPositions;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;

/** How the parts of the application are doing. */
record Checkup(
    AppSettings app,
    Adapters adapters,
    List<WatchedPort> ports,
    Store store,
    Following following,
    Schooling schooling,
    CalendarReading calendars,
    Optional<WatchedAssistant> assistant,
    Secrets secrets,
    Clock clock,
    Instant started) {

  /** As last seen; calls nobody. */
  Health health() {
    Finding kept = storeHealth();
    List<Finding> findings = new ArrayList<>(List.of(kept, following.finding()));
    ports.forEach(port -> findings.add(port.last()));
    if (kept.fine()) feeds().forEach(feed -> findings.add(finding(feed)));
    findings.add(adapters.encoder().map(WatchedEncoder::last).orElse(WatchedEncoder.NONE));
    findings.add(schooling.finding());
    assistant.ifPresent(one -> findings.add(one.last()));
    if (kept.fine()) adapters.relay().ifPresent(relay -> findings.add(log(relay)));
    if (kept.fine()) calendars.finding().ifPresent(findings::add);
    if (kept.fine()) clocks().finding().ifPresent(findings::add);
    findings.add(Disks.of(store).finding());
    return new Health(kept.fine(), findings);
  }

  /** What was counted since the start; calls nobody but the store. */
  Vitals vitals() {
    return new Vitals(feeds(), chats(), assistant.map(WatchedAssistant::vitals), store.schema());
  }

  List<ChatVitals> chats() {
    return ports.stream().map(port -> port.vitals(rates(port.house()))).toList();
  }

  private List<CallRate> rates(String house) {
    return Optional.ofNullable(adapters.chats().get(house)).map(Chat::rates).orElse(List.of());
  }

  /**
   * As tried now.
   *
   * @param feedsToo whether to read a page of each feed
   */
  List<Finding> tried(boolean feedsToo) {
    Finding kept = storeHealth();
    List<Finding> findings = new ArrayList<>(List.of(kept, following.finding()));
    String usual = ports.getFirst().house();
    adapters.chats().forEach((house, chat) -> findings.addAll(chat.check(channels(house, usual))));
    if (!adapters.loopbackOnly().isEmpty()) findings.add(closedDoors());
    findings.add(adapters.encoder().map(WatchedEncoder::check).orElse(WatchedEncoder.NONE));
    adapters.relay().ifPresent(relay -> findings.addAll(relay.check()));
    if (kept.fine()) clocks().finding().ifPresent(findings::add);
    findings.add(Disks.of(store).finding());
    Surroundings around = new Surroundings(app, secrets);
    findings.addAll(around.tried());
    assistant.ifPresent(one -> findings.add(around.assistant(one.url())));
    if (feedsToo) {
      for (Feed feed : adapters.feeds()) findings.add(looked(feed, feed.fetch(Cursor.START)));
    }
    return findings;
  }

  private List<FeedVitals> feeds() {
    Instant now = clock.instant();
    return store.read(books ->
        Stream.concat(
                adapters.feeds().stream().map(f -> FeedVitals.of(f, books, started, now)),
                adapters.inlets().stream().map(i -> FeedVitals.of(i, books, now)))
            .toList());
  }

  private static Finding finding(FeedVitals feed) {
    String read = feed.readAt() == null ? "not read yet" : feed.posts() + " posts this month";
    return new Finding(feed.ails().isEmpty(), "feed " + feed.name(), feed.ails().orElse(read));
  }

  /** What was skipped is told, and is no trouble of now. */
  private Finding log(Relay relay) {
    List<LogPositions.Row> rows = store.read(books -> books.logPositions().all());
    Optional<String> trouble = relay.trouble();
    return new Finding(
        trouble.isEmpty(), "log", trouble.map(why -> why + "; ").orElse("") + LogText.whole(rows));
  }

  private static Finding looked(Feed feed, Fetch fetch) {
    String part = "feed " + feed.name();
    return switch (fetch) {
      case Fetch.Page page -> new Finding(true, part, "read " + page.events().size() + " events");
      case Fetch.Wait wait ->
          new Finding(true, part, "waits " + wait.time() + ": " + wait.reason());
      case Fetch.Failed failed -> new Finding(false, part, "failed: " + failed.reason());
      case Fetch.Refused refused ->
          new Finding(false, part, "refused: " + refused.reason() + "; " + refused.whatToDo());
    };
  }

  /** The channels of the rules in one house. */
  private List<String> channels(String house, String usual) {
    RuleBook book = following.rules().get().book();
    return Stream.concat(
            Stream.of(book.house().fallbackChannel()), book.teams().stream().map(Team::channel))
        .distinct()
        .map(written -> Place.Channel.named(written, usual))
        .filter(channel -> channel.house().equals(house))
        .map(Place.Channel::name)
        .toList();
  }

  private Finding closedDoors() {
    Set<String> open = new TreeSet<>(adapters.loopbackOnly());
    String instead = app.listen().equals("127.0.0.1") ? "" : " instead of " + app.listen();
    String who = String.join(", ", open);
    String text = "listens on 127.0.0.1" + instead + ": " + who + " asks nobody who they are";
    return new Finding(true, "web server", text);
  }

  private Clocks clocks() {
    return new Clocks(store, clock, app.lease());
  }

  private Finding storeHealth() {
    try {
      long waiting = store.read(books -> books.outbox().waiting());
      long parked = store.read(books -> books.outbox().parked(100).size());
      return new Finding(true, "store", waiting + " to send, " + parked + " set aside");
    } catch (StoreException e) {
      return new Finding(false, "store", String.valueOf(e.getMessage()));
    }
  }
}
