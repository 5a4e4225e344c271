package no.grenselos.app.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secrets;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.route.RuleBook;

/**
 * The application as it always is, between a playground and a database of its own, in this process.
 */
final class Demo implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** Nothing happens for this long: then nothing more will. Longer than any loop rests. */
  private static final Duration STILL = Duration.ofMillis(1200);

  private final World world;
  private final Service service;
  private final Storyteller story;
  private final Figures figures;
  private final RuleBook book;

  private Demo(World world, Service service, Storyteller story, Figures figures, RuleBook book) {
    this.world = world;
    this.service = service;
    this.story = story;
    this.figures = figures;
    this.book = book;
  }

  /**
   * What a demo is made from.
   *
   * @param files the admin's own
   * @param database kept afterwards
   * @param feeds entries of {@code feeds:}, made when the network's address is known
   * @param houses where the people are
   */
  record Plan(
      ConfigFiles files,
      Providers providers,
      Path database,
      int port,
      Clock clock,
      Duration offerFor,
      Function<URI, List<String>> feeds,
      Outward outward,
      Houses houses) {

    /** In Slack. */
    Plan(
        ConfigFiles files,
        Providers providers,
        Path database,
        int port,
        Clock clock,
        Duration offerFor,
        Function<URI, List<String>> feeds,
        Outward outward) {
      this(files, providers, database, port, clock, offerFor, feeds, outward, Houses.SLACK);
    }

    Plan files(ConfigFiles others) {
      return new Plan(others, providers, database, port, clock, offerFor, feeds, outward, houses);
    }

    Plan providers(Providers others) {
      return new Plan(files, others, database, port, clock, offerFor, feeds, outward, houses);
    }

    Plan feeds(Function<URI, List<String>> others) {
      return new Plan(files, providers, database, port, clock, offerFor, others, outward, houses);
    }

    Plan in(Houses others) {
      return new Plan(files, providers, database, port, clock, offerFor, feeds, outward, others);
    }
  }

  /** How the application may reach out. */
  enum Outward {
    /** To the playground only, as the company's account. */
    PLAYGROUND,
    /** To public servers, without any account. */
    PUBLIC,
    /** As {@link #PUBLIC}, and to this machine: for trying it without the internet. */
    PUBLIC_AND_LOCAL
  }

  /**
   * Starts everything, and begins to work.
   *
   * @param script who lives outside
   * @param figures is told what happens
   */
  static Demo open(Plan plan, DemoScript script, Storyteller story, Figures figures) {
    DemoFiles files =
        DemoFiles.of(
            plan.files(),
            book(plan, plan.files()),
            plan.houses(),
            plan.database(),
            plan.offerFor());
    RuleBook book = book(plan, files.unconnected());
    String company = DemoFiles.company(book.house());
    PlaygroundOptions options = new PlaygroundOptions(plan.port(), plan.clock(), List.of());
    World world = World.open(script, book, company, options, plan.houses());
    try {
      List<String> feeds = plan.feeds().apply(world.playground().network());
      boolean local = plan.outward() != Outward.PUBLIC;
      boolean before = Files.exists(plan.database());
      Setup setup =
          new Setup(
              files.connected(world.chats(), feeds),
              plan.providers(),
              secrets(plan, world),
              plan.clock(),
              story,
              local);
      Service service = Service.start(setup, world);
      Demo demo = new Demo(world, service, story, figures, book);
      world.letIn(service.grenselos(), before);
      // what `grenselos check` does; also wakes the chat's client before the first nudge needs it
      service.grenselos().check(false).stream()
          .filter(finding -> !finding.fine())
          .forEach(finding ->
              story.line(
                  plan.clock().instant(), "trouble", finding.what() + ": " + finding.text()));
      return demo;
    } catch (RuntimeException e) {
      world.close();
      throw e;
    }
  }

  private static RuleBook book(Plan plan, ConfigFiles files) {
    Configuration read = Configuration.read(files, 1, plan.providers().known());
    read.refuseIfBroken();
    return read.book();
  }

  /** The playground's token is not for other people's servers. */
  private static Secrets secrets(Plan plan, World world) {
    if (plan.outward() == Outward.PLAYGROUND) return world.secrets();
    return name -> world.secrets().find(name).filter(secret -> !name.startsWith("MASTODON"));
  }

  /** From now on what happens is told, and what has happened so far first. */
  void tell() {
    story.begin(service.grenselos().store(), new Telling(() -> book));
  }

  World world() {
    return world;
  }

  RuleBook book() {
    return book;
  }

  /** A way into the console, for one visit. */
  URI console() {
    return service.web().local(service.console());
  }

  Figures figures() {
    return figures;
  }

  Grenselos grenselos() {
    return service.grenselos();
  }

  /** Waits until all work is done and the others are idle too; false when the time is up before. */
  boolean awaitQuiet(Idle others, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      if (others.idle() && story.allTold() && story.silence().compareTo(STILL) > 0 && done()) {
        return true;
      }
      Thread.sleep(GLANCE);
    }
    return false;
  }

  /** Somebody else who may still cause work. */
  @FunctionalInterface
  interface Idle {
    boolean idle();
  }

  /** Whether nothing waits but mentions that a silence holds back on purpose. */
  private boolean done() {
    Waiting waiting = waiting();
    return waiting.mentions() <= figures.held() && waiting.actions() == 0 && waiting.errands() == 0;
  }

  /** How much is unfinished. */
  record Waiting(long mentions, long actions, long errands) {}

  Waiting waiting() {
    return service
        .grenselos()
        .store()
        .read(books ->
            new Waiting(
                books.mentionInbox().waiting(),
                books.chatInbox().waiting(),
                books.outbox().waiting()));
  }

  @Override
  public void close() {
    service.web().close();
    story.close();
    service.close();
    world.close();
  }
}
