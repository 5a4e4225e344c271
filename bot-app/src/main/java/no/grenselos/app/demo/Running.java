package no.grenselos.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.grenselos.app.command.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A demo with its story told to a person. */
record Running(Demo demo, Clock clock, ZoneId zone, PrintWriter out) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final Duration BETWEEN = Duration.ofMillis(750);
  private static final Duration AFTER_CHANGE = Duration.ofMillis(1500);

  static Running open(Demo.Plan plan, DemoScript script, PrintWriter out) {
    ZoneId zone = ZoneId.of("Europe/Oslo");
    Figures figures = new Figures();
    Storyteller story = new Storyteller(out, figures, zone);
    return new Running(Demo.open(plan, script, story, figures), plan.clock(), zone, out);
  }

  void greet(Duration offer) {
    String now =
        DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH:mm", Locale.ENGLISH)
            .withZone(zone)
            .format(clock.instant());
    address();
    out.println(
        "The clock here says " + now + ", so that people are at work, and runs at its real speed.");
    out.println(
        "An offer lasts " + offer.toSeconds() + " seconds here; then the next one is asked.");
    out.println();
    out.flush();
    demo.tell();
  }

  void greetLive() {
    address();
    out.println("Reads the public sources named, without an account. Everybody is at work now.");
    out.println();
    out.flush();
    demo.tell();
  }

  private void address() {
    out.println(
        "Open "
            + demo.world().page()
            + "  ("
            + company()
            + ": outside left, inside right; Ctrl-C ends it)");
    out.println("The console: " + demo.console() + "  (opens once, within ten minutes)");
  }

  private String company() {
    return demo.book().house().company();
  }

  /** The script at a pace for watching, then quiet until stopped. */
  int play(DemoScript script, Stop stop) throws InterruptedException {
    Outside outside = new Outside(demo.world().playground().network());
    Playing playing = new Playing(outside, BETWEEN, AFTER_CHANGE);
    Thread player =
        Thread.ofPlatform()
            .daemon()
            .name("outside")
            .start(() -> {
              try {
                playing.play(script.deeds());
              } catch (IOException e) {
                LOG.error("the play outside broke off", e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      return stay(stop);
    } finally {
      player.interrupt();
    }
  }

  int stay(Stop stop) throws InterruptedException {
    stop.await();
    return 0;
  }

  @Override
  public void close() {
    demo.close();
  }
}
