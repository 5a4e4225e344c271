package no.grenselos.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo without a person: the whole script at speed, and scripted staff inside; checks a few
 * facts itself, and ends.
 */
final class Rehearsal {
  /** The same seed deals the same ways of reacting, in the order in which nudges come. */
  static final long SEED = 17;

  private static final Duration BETWEEN = Duration.ofMillis(75);

  /** The first deeds come slowly: a process that has just started is slow, and a backlog lasts. */
  private static final int FIRST = 20;

  private static final Duration BETWEEN_FIRST = Duration.ofMillis(250);

  /** Longer than a feed needs to look for changes at the demo's poll. */
  private static final Duration AFTER_CHANGE = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(35);

  private final Demo demo;
  private final DemoScript script;

  Rehearsal(Demo demo, DemoScript script) {
    this.demo = demo;
    this.script = script;
  }

  Report run() throws IOException, InterruptedException {
    Outside outside = new Outside(demo.world().playground().network());
    List<String> wrong = new ArrayList<>();
    try (Staff staff = new Staff(demo.world(), script, outside, demo.book(), SEED)) {
      staff.start();
      List<DemoScript.Deed> deeds = script.deeds();
      new Playing(outside, BETWEEN_FIRST, AFTER_CHANGE).play(deeds.subList(0, FIRST));
      new Playing(outside, BETWEEN, AFTER_CHANGE).play(deeds.subList(FIRST, deeds.size()));
      if (!demo.awaitQuiet(staff::idle, LONGEST)) wrong.add("still at work: " + demo.waiting());
    }
    wrong.addAll(Facts.broken(demo.world(), outside));
    if (demo.figures().count("nudge.delivered") == 0) wrong.add("nobody was nudged");
    return new Report(wrong, demo.figures());
  }

  /**
   * How it went.
   *
   * @param wrong one sentence for each fact that did not hold
   */
  record Report(List<String> wrong, Figures figures) {
    Report {
      wrong = List.copyOf(wrong);
    }

    /** A summary for people, and the figures as JSON in the last line. */
    void print(PrintWriter out) {
      List<Long> nudges = figures.nudgeTimes();
      List<Long> queues = figures.queueTimes();
      out.println();
      out.printf(
          "%d nudges and %d cards in channels were shown once each; %d answers went out, none"
              + " twice.%n",
          figures.count("nudge.delivered"),
          figures.count("card.delivered"),
          figures.count("answer.published"));
      out.printf(
          "From the feed's page kept to the chat's answer kept, %d first nudges: half within %d ms,"
              + " 99%% within %d ms.%n",
          nudges.size(), Figures.percentile(nudges, 0.5), Figures.percentile(nudges, 0.99));
      out.printf(
          "Not counted: the first %d, while the process warms up (the very first took %d ms), and"
              + " those that waited for hours, a cap, a colleague or the chat's pace.%n",
          Figures.WARM_UP, figures.firstNudge());
      out.printf(
          "Cards in channels wait for the chat's pace, in Slack one message a second: half within"
              + " %d ms, 99%% within %d ms.%n",
          Figures.percentile(queues, 0.5), Figures.percentile(queues, 0.99));
      wrong.forEach(fact -> out.println("WRONG: " + fact));
      out.println(figures.json());
      out.flush();
    }
  }
}
