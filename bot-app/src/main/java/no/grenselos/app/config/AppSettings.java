package no.grenselos.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.assistant.AssistantSettings;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Price;
import no.grenselos.work.Equipment;
import no.grenselos.work.Retention;
import no.grenselos.work.TopicSearch;

/**
 * What the application needs besides the rule book; the parts' settings are for the adapters to
 * read.
 *
 * @param listen address the web server binds to; 127.0.0.1 unless configured
 * @param port 8080 unless configured
 * @param inbound how often one source may call
 * @param lease how long work is ours before another node, or we after a crash, may take it up
 *     again; 30 s unless configured
 * @param encoder of kind "none" where topics are found by words only
 * @param log what feeds bring goes through; empty where it goes straight into the store, as unless
 *     configured
 * @param assistant empty where nobody drafts answers, as unless configured
 * @param console only the local link leads in, unless configured
 * @param chats at most one a house, in the order of the file
 * @param feeds in the order of the file
 * @param retention how long things are kept
 * @param topicSearch which posts are looked through for topics; all unless configured
 */
public record AppSettings(
    String listen,
    int port,
    CallLimits inbound,
    Duration lease,
    Part store,
    Part encoder,
    Optional<Part> log,
    Optional<AssistantSettings> assistant,
    ConsoleSettings console,
    List<Part> chats,
    List<FeedEntry> feeds,
    Retention retention,
    TopicSearch topicSearch) {
  /** The kind of encoder that is no encoder. */
  public static final String NO_ENCODER = "none";

  /** Who reads an answer to a post older than that looks at the post itself. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(30);

  private static final String USUAL_ENCODER = "bge-small";

  public AppSettings {
    chats = List.copyOf(chats);
    feeds = List.copyOf(feeds);
  }

  /**
   * Settings of one adapter.
   *
   * @param kind engine, house or kind of encoder
   */
  public record Part(String kind, Settings settings) {}

  /**
   * One entry under {@code feeds:}.
   *
   * @param budget what reading it costs and may cost
   * @param lookAgain posts that came in since are looked at once a day; zero for never
   * @param entry all of it, for what is wrong with it
   */
  public record FeedEntry(
      String name,
      String network,
      Settings settings,
      Optional<Budget> budget,
      Duration lookAgain,
      Settings entry) {}

  static AppSettings read(Settings settings, Known known, Problems problems) {
    return new AppSettings(
        settings.text("listen", "127.0.0.1"),
        port(settings),
        InboundPart.read(settings),
        lease(settings),
        store(settings, known, problems),
        encoder(settings, known, problems),
        log(settings, known, problems),
        settings.has("assistant")
            ? Optional.of(AssistantSettings.read(settings.part("assistant")))
            : Optional.empty(),
        ConsolePart.read(settings),
        chats(settings.part("chats"), known),
        feeds(settings, known, problems),
        RetentionPart.read(settings),
        topicSearch(settings));
  }

  private static TopicSearch topicSearch(Settings settings) {
    return switch (settings.text("find-topics", "always")) {
      case "always" -> TopicSearch.ALWAYS;
      case "where-needed" -> TopicSearch.WHERE_NEEDED;
      default -> {
        settings.problem("find-topics", "must be always or where-needed");
        yield TopicSearch.ALWAYS;
      }
    };
  }

  private static int port(Settings settings) {
    int port = settings.number("port", 8080);
    if (port >= 0 && port <= 65_535) return port;
    settings.problem("port", "is " + port + ", must be 0 to 65535");
    return 0;
  }

  private static Duration lease(Settings settings) {
    Duration lease = settings.duration("lease", Equipment.LEASE);
    if (lease.isPositive()) return lease;
    settings.problem("lease", "must be longer than the longest call, such as 25s");
    return Equipment.LEASE;
  }

  private static Part store(Settings settings, Known known, Problems problems) {
    if (!settings.has("store")) {
      return new Part("sqlite", nothing("store.sqlite", problems));
    }
    Settings store = settings.part("store");
    if (store.keys().isEmpty()) {
      problems.add(store.line(), "store", "names no engine; known are " + sorted(known.engines()));
    }
    return only(store, known.engines(), problems).orElseGet(() -> new Part("", store));
  }

  /**
   * The encoder alone, whatever else of the configuration is broken; the usual one where there is
   * no main file.
   */
  public static Part encoder(ConfigFiles files, Known known, Problems problems) {
    boolean none = !files.texts().containsKey(ConfigFiles.MAIN);
    Settings settings = none ? nothing("", problems) : Yaml.read(files, ConfigFiles.MAIN, problems);
    return encoder(settings, known, problems.in(files.shown(ConfigFiles.MAIN)));
  }

  private static Part encoder(Settings settings, Known known, Problems problems) {
    if (!settings.has("encoder")) {
      String kind = known.encoders().contains(USUAL_ENCODER) ? USUAL_ENCODER : NO_ENCODER;
      return new Part(kind, nothing("encoder." + kind, problems));
    }
    Part none = new Part(NO_ENCODER, nothing("encoder", problems));
    if (settings.hasText("encoder")) {
      if (!settings.text("encoder").equals(NO_ENCODER)) {
        settings.problem(
            "encoder", "must be none, or a mapping such as {" + USUAL_ENCODER + ": {}}");
      }
      return none;
    }
    Settings encoder = settings.part("encoder");
    if (encoder.keys().isEmpty()) {
      String text = "names no model; known are " + sorted(known.encoders()) + ", or write none";
      problems.add(encoder.line(), "encoder", text);
    }
    return only(encoder, known.encoders(), problems).orElse(none);
  }

  private static Optional<Part> log(Settings settings, Known known, Problems problems) {
    if (!settings.has("log")) return Optional.empty();
    Settings log = settings.part("log");
    if (log.keys().isEmpty()) {
      problems.add(log.line(), "log", "names no kind; known are " + sorted(known.logs()));
    }
    return only(log, known.logs(), problems);
  }

  private static Settings nothing(String path, Problems problems) {
    return new Settings(Node.Mapping.empty(), path, problems);
  }

  private static List<Part> chats(Settings chats, Known known) {
    // each is asked for, so that a mistyped one gets a hint; the first in the file is the usual one
    Set<String> named = known.houses().stream().filter(chats::has).collect(Collectors.toSet());
    List<Part> parts =
        chats.keys().stream()
            .filter(named::contains)
            .map(house -> new Part(house, chats.part(house)))
            .toList();
    chats.finish();
    return parts;
  }

  private static List<FeedEntry> feeds(Settings settings, Known known, Problems problems) {
    List<FeedEntry> feeds = new ArrayList<>();
    Once names = new Once();
    for (Settings entry : settings.parts("feeds")) {
      String name = entry.text("name");
      if (!name.isEmpty()) names.claim(name, entry, "name", entry.path());
      Optional<Budget> budget = budget(entry);
      Duration lookAgain = entry.duration("look-again", LOOK_AGAIN);
      Optional<Part> part = only(entry, known.networks(), problems);
      part.ifPresent(found ->
          feeds.add(new FeedEntry(name, found.kind(), found.settings(), budget, lookAgain, entry)));
      if (part.isEmpty() && entry.keys().size() < 2) {
        String text = "names no network; known are " + sorted(known.networks());
        problems.add(entry.line(), entry.path(), text);
      }
    }
    return feeds;
  }

  private static Optional<Budget> budget(Settings entry) {
    String form = "must be an amount such as 0.005 USD";
    Optional<Price> post = entry.parsed("price", Price::parse, form);
    Optional<Price> month = entry.parsed("budget", Price::parse, form);
    if (month.isPresent() && post.isEmpty()) {
      entry.problem("budget", "needs a price: what one post read costs");
    }
    if (post.isPresent() && month.filter(most -> !most.sameCurrency(post.get())).isPresent()) {
      entry.problem("budget", "must be in the same currency as price");
      return Optional.empty();
    }
    return post.map(price -> new Budget(price, month));
  }

  /** The first of the known parts that is there; every key that is none of them is a problem. */
  private static Optional<Part> only(
      Settings settings, Collection<String> known, Problems problems) {
    List<Part> found = new ArrayList<>();
    for (String kind : known) {
      if (settings.has(kind)) found.add(new Part(kind, settings.part(kind)));
    }
    settings.finish();
    if (found.size() > 1) {
      problems.add(settings.line(), settings.path(), "must name only one of " + sorted(known));
    }
    return found.stream().findFirst();
  }

  private static String sorted(Collection<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
