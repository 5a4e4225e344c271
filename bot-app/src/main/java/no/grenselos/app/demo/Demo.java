package no.grenselos.app.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Secrets;
import no.grenselos.route.RuleBook;

/**
 * The application as it always is, between a playground and a database of its own, in this process.
 */
final class Demo implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** Nothing happens for this long: then nothing more will. Longer than any loop rests. */
  private static final Duration STILL = Duration.ofMillis(1200);

  private final World world;
  private final Grenselos grenselos;
  private final WebServer web;
  private final Storyteller story;
  private final Figures figures;
  private final RuleBook book;

  private Demo(
      World world,
      Grenselos grenselos,
      WebServer web,
      Storyteller story,
      Figures figures,
      RuleBook book) {
    this.world = world;
    this.grenselos = grenselos;
    this.web = web;
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
   */
  record Plan(
      ConfigFiles files,
      Providers providers,
      Path database,
      int port,
      Clock clock,
      Duration offerFor,
      Function<URI, List<String>> feeds,
      Outward outward) {

    Plan files(ConfigFiles others) {
      return new Plan(others, providers, database, port, clock, offerFor, feeds, outward);
    }

    Plan providers(Providers others) {
      return new Plan(files, others, database, port, clock, offerFor, feeds, outward);
    }

    Plan feeds(Function<URI, List<String>> others) {
      return new Plan(files, providers, database, port, clock, offerFor, others, outward);
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
    Configuration own = Configuration.read(plan.files(), 1, plan.providers().known());
    own.refuseIfBroken();
    RuleBook book = own.book();
    String company = DemoFiles.company(book.house());
    World world = World.open(script, book, company, plan.clock(), plan.port());
    try {
      ConfigFiles files =
          DemoFiles.of(
              plan.files(),
              book.house(),
              plan.database(),
              world.playground().slackApi(),
              plan.feeds().apply(world.playground().network()),
              plan.offerFor());
      boolean local = plan.outward() != Outward.PUBLIC;
      Setup setup =
          new Setup(files, plan.providers(), secrets(plan, world), plan.clock(), story, local);
      Demo demo = start(Grenselos.open(setup), world, story, figures, book);
      // what `grenselos check` does; also wakes the chat's client before the first nudge needs it
      demo.grenselos.check(false).stream()
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

  /** The playground's token is not for other people's servers. */
  private static Secrets secrets(Plan plan, World world) {
    if (plan.outward() == Outward.PLAYGROUND) return world.secrets();
    return name -> world.secrets().find(name).filter(secret -> name.startsWith("SLACK"));
  }

  private static Demo start(
      Grenselos grenselos, World world, Storyteller story, Figures figures, RuleBook book) {
    try {
      Doors doors = Doors.of(grenselos);
      WebServer web = WebServer.start(doors, "127.0.0.1", 0);
      world.slack().deliverTo(URI.create("http://127.0.0.1:" + web.port() + "/in/slack"));
      grenselos.start();
      return new Demo(world, grenselos, web, story, figures, book);
    } catch (RuntimeException e) {
      grenselos.close();
      throw e;
    }
  }

  /** From now on what happens is told, and what has happened so far first. */
  void tell() {
    story.begin(grenselos.store(), new Telling(() -> book));
  }

  World world() {
    return world;
  }

  RuleBook book() {
    return book;
  }

  Figures figures() {
    return figures;
  }

  Grenselos grenselos() {
    return grenselos;
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
    return grenselos
        .store()
        .read(books ->
            new Waiting(
                books.mentionInbox().waiting(),
                books.chatInbox().waiting(),
                books.outbox().waiting()));
  }

  @Override
  public void close() {
    web.close();
    story.close();
    grenselos.close();
    world.close();
  }
}
