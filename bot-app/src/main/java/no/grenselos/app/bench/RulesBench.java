package no.grenselos.app.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;

/**
 * Measures how many posts a second one thread decides by thousands of routes, through the router
 * that the service uses, beside a loop of regular expressions over the same rules and posts. The
 * readings are given, so it is the rules alone. Everything is made from a seed, and time is the
 * processor's time of the calling thread.
 */
public final class RulesBench {
  private static final long SEED = 20261123;
  private static final int POSTS = 2_000;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private final Clock clock = Clock.fixed(NOON, OSLO);
  private final Duration round;
  private final int rounds;

  private RulesBench(Duration round, int rounds) {
    this.round = round;
    this.rounds = rounds;
  }

  /**
   * Figures of one run, medians of the rounds.
   *
   * @param rules100PerS posts decided a second at 100 routes
   * @param rules1kPerS the same at 1,000 routes
   * @param rules10kPerS the same at 10,000 routes
   * @param regex1kPerS posts a second through the loop at 1,000 rules
   * @param regex10kPerS the same at 10,000 rules
   * @param load10k time from the texts of 10,000 routes to a router
   * @param revise10k time from one changed route of 10,000 to the next router
   */
  public record Figures(
      double rules100PerS,
      double rules1kPerS,
      double rules10kPerS,
      double regex1kPerS,
      double regex10kPerS,
      Duration load10k,
      Duration revise10k) {}

  /**
   * Runs all of it on the calling thread, after a warm-up as long as four rounds each.
   *
   * @param round how long each round takes; with 5 rounds of 2 s the whole takes 80 s
   */
  public static Figures run(Duration round, int rounds) {
    return new RulesBench(round, rounds).figures();
  }

  private Figures figures() {
    Vocabulary words = new Vocabulary(SEED);
    List<RuleMix> rules = RuleMix.rules(10_000, words);
    List<RuleMix> few = rules.subList(0, 1_000);
    List<Mention> posts = posts(words);
    double regex1k = perSecond(i -> loop(few, posts.get(i % POSTS)));
    double regex10k = perSecond(i -> loop(rules, posts.get(i % POSTS)));
    double rules100 = decided(rules.subList(0, 100), posts);
    double rules1k = decided(few, posts);
    long start = busy();
    try (Router router = Router.of(book(1, rules), clock)) {
      Duration load = Duration.ofNanos(busy() - start);
      double rules10k = perSecond(i -> router.decide(posts.get(i % POSTS), norwegian()));
      return new Figures(
          rules100, rules1k, rules10k, regex1k, regex10k, load, revision(router, rules));
    }
  }

  private double decided(List<RuleMix> rules, List<Mention> posts) {
    try (Router router = Router.of(book(1, rules), clock)) {
      return perSecond(i -> router.decide(posts.get(i % POSTS), norwegian()));
    }
  }

  private Duration revision(Router first, List<RuleMix> rules) {
    List<RuleMix> edited = new ArrayList<>(rules);
    long[] nanos = new long[rounds * 4];
    for (int i = 0; i < nanos.length; i++) {
      edited.set(i * 7, new RuleMix("text:(endring" + i + " rettelse)", List.of(), List.of()));
      RuleBook next = book(2 + i, edited);
      long start = busy();
      Router revised = first.revised(next);
      nanos[i] = busy() - start;
      revised.close();
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[nanos.length / 2]);
  }

  private static void loop(List<RuleMix> rules, Mention post) {
    String lower = post.text().toLowerCase(Locale.ROOT);
    for (RuleMix rule : rules) rule.matches(lower);
  }

  private double perSecond(IntConsumer decision) {
    int posts = warmUp(decision);
    double[] rates = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = busy();
      for (int post = 0; post < posts; post++) decision.accept(post);
      rates[i] = posts * 1e9 / (busy() - start);
    }
    Arrays.sort(rates);
    return rates[rounds / 2];
  }

  /** How many posts a round has, after as long as four rounds. */
  private int warmUp(IntConsumer decision) {
    int posts = 0;
    // by the wall's time: asking for a thread's own after each post costs as much as the post
    long end = System.nanoTime() + 4 * round.toNanos();
    while (System.nanoTime() < end) decision.accept(posts++);
    return Math.max(1, posts / 4);
  }

  // of this thread: what others do on the machine does not count
  private static long busy() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static Reading norwegian() {
    return new Reading(
        new Language("nb"), Intent.OTHER, 0.5, Severity.NORMAL, List.of(), List.of(), null);
  }

  static RuleBook book(int revision, List<RuleMix> rules) {
    List<Route> routes = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      String query = rules.get(i).query();
      routes.add(
          new Route(
              "rule " + i,
              query,
              null,
              Lane.CARE,
              "#care",
              null,
              null,
              null,
              null,
              false,
              "config/routes.yml:" + (i + 1)));
    }
    RuleBook.House house =
        new RuleBook.House(
            "Bench", Locale.of("nb"), OSLO, List.of(), "#care", Duration.ofMinutes(30));
    return new RuleBook(revision, house, routes, List.of(), List.of(), List.of(), List.of());
  }

  static List<Mention> posts(Vocabulary words) {
    Network mastodon = new Network("mastodon");
    Author author = new Author("kari", "Kari", null, 120);
    List<Mention> posts = new ArrayList<>(POSTS);
    for (int i = 0; i < POSTS; i++) {
      String id = String.valueOf(i);
      posts.add(
          new Mention(
              new MentionId(mastodon, id),
              "",
              id,
              URI.create("https://social.example/" + id),
              author,
              words.text(),
              MentionKind.POST,
              "nb",
              null,
              null,
              new ReplyWay.Api(),
              NOON));
    }
    return posts;
  }
}
