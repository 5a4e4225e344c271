package no.grenselos.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import no.grenselos.app.command.CallersFolder;
import no.grenselos.app.command.ConfigOption;
import no.grenselos.app.command.Scratch;
import no.grenselos.app.command.Stop;
import no.grenselos.app.wiring.Providers;
import no.grenselos.feed.FeedProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code grenselos demo}: everything in one process, without any account or network. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole way of a post, in one process, without any account.",
    footer = {
      "",
      "Examples:",
      "  grenselos demo                                a page to play all roles on",
      "  grenselos demo --once                         scripted staff; ends by itself, JSON last",
      "  grenselos demo --house both                   half of the people prefer Teams",
      "  grenselos demo --replay x=page1.json --replay mastodon=tag.json",
      "  grenselos demo --live --tag heatpump@mastodon.example --feed https://news.example/rss",
      "Exit codes: 0 all is well, 1 a fact did not hold, 2 could not run or nothing could be read."
    })
public final class DemoCommand implements Callable<Integer> {
  /** Long enough to read a nudge and play with it, short enough to see it go to the next. */
  private static final Duration OFFER = Duration.ofMinutes(3);

  private static final Duration SHORT_OFFER = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--port", paramLabel = "N", description = "of the page (default: a free one)")
  private int port;

  @Option(
      names = "--house",
      paramLabel = "HOUSE",
      converter = InHouses.class,
      description = "where the people are: slack (default), teams or both")
  private Houses houses = Houses.SLACK;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "keep the database there, and go on with it")
  private @Nullable String keep;

  @Option(names = "--once", description = "without a person: scripted staff, figures, end")
  private boolean once;

  @Option(
      names = "--replay",
      paramLabel = "NETWORK=FILE",
      description = "recorded answers of a real network instead of our posts; may be repeated")
  private List<String> replay = new ArrayList<>();

  @Option(
      names = "--live",
      description = "public tags and feeds instead of our posts; needs the internet")
  private boolean live;

  @Option(names = "--tag", paramLabel = "TAG@SERVER", description = "with --live; may be repeated")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--feed",
      paramLabel = "URL",
      description = "with --live: RSS or Atom; may be repeated")
  private List<String> feeds = new ArrayList<>();

  @Option(names = "--allow-local", hidden = true, description = "lets --live call this machine")
  private boolean allowLocal;

  /** Set by the ways that last until somebody ends them. */
  private @Nullable Stop stop;

  @Override
  public Integer call() throws IOException, InterruptedException {
    refuseMixtures();
    try {
      return runInFolder();
    } finally {
      if (stop != null) stop.done();
    }
  }

  private Stop untilStopped() {
    Stop onSignal = Stop.onSignal();
    stop = onSignal;
    return onSignal;
  }

  private int runInFolder() throws IOException, InterruptedException {
    if (keep != null) {
      Path folder = CallersFolder.resolve(keep);
      Files.createDirectories(folder);
      return run(folder);
    }
    try (Scratch scratch = Scratch.make("grenselos-demo")) {
      return run(scratch.folder());
    }
  }

  private void refuseMixtures() {
    if (Stream.of(once, live, !replay.isEmpty()).filter(mode -> mode).count() > 1) {
      throw wrong("choose one of --once, --replay and --live");
    }
    if (live == (tags.isEmpty() && feeds.isEmpty())) {
      throw wrong("--live needs --tag or --feed, and they need --live");
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private int run(Path folder) throws IOException, InterruptedException {
    if (!replay.isEmpty()) return replay(folder);
    return live ? live(folder) : play(folder);
  }

  private int play(Path folder) throws IOException, InterruptedException {
    Clock clock = keep == null ? DemoClock.first() : DemoClock.next(folder);
    Duration offer = once ? SHORT_OFFER : OFFER;
    Demo.Plan plan =
        plan(folder, clock, offer, Demo.Outward.PLAYGROUND)
            .feeds(network -> List.of(DemoFiles.mastodon(network, "lyngheia", "lyngheiakraft")));
    DemoScript script = DemoScript.load();
    Rehearsal.Report report;
    try (Running running = Running.open(plan, script, out())) {
      running.greet(offer);
      if (!once) return running.play(script, untilStopped());
      report = new Rehearsal(running.demo(), script).run();
    }
    report.print(out());
    return report.wrong().isEmpty() ? 0 : 1;
  }

  private int replay(Path folder) throws IOException, InterruptedException {
    RecordedFeeds recorded = new RecordedFeeds(replay.stream().map(this::recorded).toList());
    Providers installed = Providers.installed();
    Map<String, FeedProvider> known = new HashMap<>(installed.feeds());
    known.put(RecordedFeeds.KEY, recorded);
    Demo.Plan plan =
        plan(folder, DemoClock.first(), OFFER, Demo.Outward.PLAYGROUND)
            .providers(
                new Providers(
                    installed.stores(),
                    installed.chats(),
                    known,
                    installed.encoders(),
                    installed.logs()))
            .feeds(network -> List.of("{name: replay, " + RecordedFeeds.KEY + ": {}}"));
    Replay.Report report;
    try (Running running = Running.open(plan, DemoScript.load(), out())) {
      running.greet(OFFER);
      report = new Replay(running.demo(), recorded).run();
    }
    report.print(out());
    return report.anythingRead() ? 0 : 2;
  }

  private RecordedFeeds.Recorded recorded(String argument) {
    int equals = argument.indexOf('=');
    var known = Providers.recordings().keySet();
    String format = equals < 1 ? "" : argument.substring(0, equals);
    if (!known.contains(format)) {
      throw wrong(
          "--replay "
              + argument
              + ": must be NETWORK=FILE, with one of "
              + String.join(", ", known.stream().sorted().toList()));
    }
    Path file = CallersFolder.resolve(argument.substring(equals + 1));
    return new RecordedFeeds.Recorded(format, file);
  }

  private int live(Path folder) throws IOException, InterruptedException {
    Demo.Outward outward = allowLocal ? Demo.Outward.PUBLIC_AND_LOCAL : Demo.Outward.PUBLIC;
    LiveFeeds sources = LiveFeeds.of(tags, feeds, problem -> wrong(problem));
    Demo.Plan plan =
        plan(folder, Clock.systemUTC(), OFFER, outward).feeds(network -> sources.entries());
    plan = plan.files(LiveFeeds.alwaysAtWork(plan.files()));
    try (Running running = Running.open(plan, DemoScript.load(), out())) {
      running.greetLive();
      return running.stay(untilStopped());
    }
  }

  private Demo.Plan plan(Path folder, Clock clock, Duration offer, Demo.Outward outward) {
    return new Demo.Plan(
        config.files(),
        outward == Demo.Outward.PLAYGROUND ? BriskFeeds.providers() : Providers.installed(),
        folder.resolve("grenselos.db"),
        port,
        clock,
        offer,
        network -> List.of(),
        outward,
        houses);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Reads {@code slack}, {@code teams} and {@code both}. */
  static final class InHouses implements ITypeConverter<Houses> {
    @Override
    public Houses convert(String text) {
      return Stream.of(Houses.values())
          .filter(houses -> houses.toString().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("must be slack, teams or both"));
    }
  }
}
