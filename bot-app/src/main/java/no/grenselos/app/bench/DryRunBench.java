package no.grenselos.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Setup;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.forecast.DryRun;
import no.grenselos.forecast.Report;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Store;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Measures a dry run: a draft that differs in one route of twenty from the rules in force, on posts
 * of thirty days in a store of its own, with sixty experts of twenty topics. All is made from a
 * seed. Only the trial is timed, from the first post read to the report.
 */
public final class DryRunBench {
  private static final long SEED = 20261126;
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration TIME = Duration.ofDays(30);
  private static final int EXPERTS = 60;
  private static final int CHANGED = 20;
  private static final int AT_ONCE = 1_000;

  private final Clock clock = Clock.fixed(NOW, OSLO);
  private final Vocabulary words = new Vocabulary(SEED);

  private DryRunBench() {}

  /**
   * What came of it.
   *
   * @param took by the wall's clock
   * @param busy processor time of all threads meanwhile, whatever else the machine did
   */
  public record Figures(Duration took, Duration busy, Report report) {}

  /**
   * Fills a store in the folder and tries.
   *
   * @param posts at least 1
   * @param routes at least 40
   */
  public static Figures run(Path folder, String engine, int posts, int routes) {
    return new DryRunBench().figures(folder, engine, posts, routes);
  }

  private Figures figures(Path folder, String engine, int posts, int routes) {
    List<Route> before = routes(routes);
    List<Route> after = new ArrayList<>(before);
    for (int i = 0; i < routes; i += CHANGED) {
      RuleMix other = RuleMix.rules(1, words).getFirst();
      after.set(i, route(i, other.query(), null, Lane.CARE));
    }
    try (Store store = open(folder, engine)) {
      fill(store, posts);
      long start = System.nanoTime();
      long busy = busy();
      try (Router today = Router.of(book(1, before), clock);
          Router draft = today.revised(book(2, after))) {
        Report report =
            new DryRun(store, rules(1, before, today), rules(2, after, draft))
                .over(NOW.minus(TIME), NOW);
        return new Figures(
            Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(busy() - busy), report);
      }
    }
  }

  private static long busy() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Store open(Path folder, String engine) {
    String main =
        "company: Bench\nfallback-channel: \"#care\"\nstore: {%s: {file: \"%s\"}}\nencoder: none\n"
            .formatted(engine, folder.resolve("bench.db"));
    Setup setup = Setup.of(new ConfigFiles("bench", Map.of("grenselos.yml", main)), entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    return setup.openStore(configuration.app());
  }

  private void fill(Store store, int posts) {
    PostMix mix = new PostMix(words);
    Decision then = new Decision.Drop("then", new Because(List.of(), 1, List.of()));
    for (int i = 0; i < posts; i += AT_ONCE) {
      List<PostMix.Kept> some = new ArrayList<>();
      for (int j = i; j < Math.min(posts, i + AT_ONCE); j++) {
        some.add(mix.post(j, posts, NOW.minus(TIME), TIME));
      }
      store.write(books -> {
        some.forEach(one -> books.mentions().add(one.mention(), one.reading(), then, one.at()));
        return true;
      });
    }
  }

  private List<Route> routes(int count) {
    List<RuleMix> rules = RuleMix.rules(count - PostMix.TOPICS, words);
    List<Route> routes = new ArrayList<>(count);
    for (int i = 0; i < rules.size(); i++) {
      routes.add(route(i, rules.get(i).query(), null, Lane.CARE));
    }
    for (int i = 0; i < PostMix.TOPICS; i++) {
      routes.add(route(rules.size() + i, null, PostMix.topic(i), Lane.EXPERT));
    }
    return routes;
  }

  private static Route route(
      int number, @Nullable String when, @Nullable TopicId topic, Lane lane) {
    return new Route(
        "rule " + number,
        when,
        topic,
        lane,
        "#care",
        null,
        null,
        null,
        null,
        false,
        "config/routes.yml:" + (number + 1));
  }

  private static Rules rules(int revision, List<Route> routes, Router router) {
    Reader none =
        mention -> {
          throw new IllegalStateException("topics are the same, and nothing is read anew");
        };
    return new Rules(book(revision, routes), none, router);
  }

  private static RuleBook book(int revision, List<Route> routes) {
    RuleBook.House house =
        new RuleBook.House(
            "Bench", Locale.of("nb"), OSLO, List.of(), "#care", Duration.ofMinutes(30));
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < PostMix.TOPICS; i++) topics.add(topic(PostMix.topic(i)));
    List<Expert> experts = new ArrayList<>();
    for (int i = 0; i < EXPERTS; i++) experts.add(expert(i));
    return new RuleBook(revision, house, routes, List.of(), topics, experts, List.of());
  }

  private static Topic topic(TopicId id) {
    return new Topic(
        id, Map.of("nb", id.id()), Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Expert expert(int number) {
    return new Expert(
        new ExpertId("expert-" + number),
        "Expert " + number,
        "",
        List.of(new Handle("slack", "U" + number)),
        Set.of(
            PostMix.topic(number % PostMix.TOPICS),
            PostMix.topic((7 * number + 1) % PostMix.TOPICS)),
        Set.of(),
        Hours.usual(OSLO),
        new Cap(2, 8),
        Locale.of("nb"));
  }
}
