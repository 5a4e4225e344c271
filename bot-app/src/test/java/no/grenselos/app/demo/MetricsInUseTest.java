package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.app.wiring.Providers;
import no.grenselos.app.wiring.Setup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The dashboard and the alert rules ask for nothing but what the running application says at
 * /metrics, and docs/metrics.md tells of all of it.
 */
class MetricsInUseTest {
  private static final Path OPS = Path.of("../config/ops");
  private static final Path DOCS = Path.of("../docs");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Added by Prometheus itself. */
  private static final Set<String> PROMETHEUS = Set.of("instance", "job");

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? [^ ]+(?: \\d+)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTION = Pattern.compile("(\\w+)?\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_]\\w*\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "without", "on");

  /** Names of the metrics, each with its labels. */
  private static Map<String, Set<String>> said;

  private static List<String> asked;

  @BeforeAll
  static void scrape(@TempDir Path temp) throws Exception {
    said = said(scraped(temp));
    asked = new ArrayList<>(ofDashboard());
    alerts().forEach(alert -> asked.add(String.valueOf(alert.get("expr"))));
  }

  private static String scraped(Path temp) throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 1);
    try (World world = KillIT.open(house)) {
      house.connect(
          world.playground().slackApi(),
          world.playground().network(),
          "sqlite: {file: \"" + temp.resolve("grenselos.db") + "\"}");
      Path main = house.folder().resolve("grenselos.yml");
      String paid = "{name: net, price: 0.005 USD, budget: 200 USD, mastodon";
      Files.writeString(
          main,
          Files.readString(main)
              .replace("poll: 1s", "poll: 30s")
              .replace("{name: net, mastodon", paid));
      world.network().post("kari", "Does a heat pump howl at night? #fjell");
      Setup setup =
          new Setup(
              house.files(),
              Providers.installed(),
              world.secrets(),
              Clock.systemUTC(),
              entry -> {},
              true);
      try (Service service = Service.start(setup, world)) {
        boolean asked = world.slack().await(slack -> !Facts.cards(world).isEmpty(), LONGEST);
        assertThat(asked).as("a nudge came").isTrue();
        boolean unused =
            service
                .grenselos()
                .store()
                .write(books -> {
                  books.logPositions().take("mentions/0", "node", Instant.now());
                  return true;
                });
        return get("http://127.0.0.1:" + service.web().port() + "/metrics");
      }
    }
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Test
  void everyMetricThatIsAskedForIsSaid() {
    Set<String> missing = new TreeSet<>();
    for (String expression : asked) {
      for (String name : metrics(expression)) {
        if (!name.equals("up") && !said.containsKey(name)) missing.add(name);
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void everyLabelThatIsAskedForIsSaid() {
    Set<String> missing = new TreeSet<>();
    for (String expression : asked) {
      Set<String> there = new HashSet<>(PROMETHEUS);
      metrics(expression).forEach(name -> there.addAll(said.getOrDefault(name, Set.of())));
      for (String label : labels(expression)) {
        if (!there.contains(label)) missing.add(label + " of " + expression);
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void theDocumentTellsOfEveryMetric() throws Exception {
    String told = Files.readString(DOCS.resolve("metrics.md"));
    Set<String> wanted = new TreeSet<>();
    asked.forEach(expression -> wanted.addAll(metrics(expression)));
    said.keySet().stream().filter(name -> name.startsWith("grenselos_")).forEach(wanted::add);
    wanted.remove("up");

    assertThat(wanted).allSatisfy(name -> assertThat(told).contains("`" + name + "`"));
  }

  @Test
  void everyAlertSaysHowBadItIsAndWhatToDo() throws Exception {
    String told = Files.readString(DOCS.resolve("operation.md"));
    for (Map<?, ?> alert : alerts()) {
      String name = String.valueOf(alert.get("alert"));
      Map<?, ?> notes = (Map<?, ?>) alert.get("annotations");

      assertThat(alert.get("for")).as(name).isNotNull();
      assertThat(((Map<?, ?>) alert.get("labels")).get("severity"))
          .as(name)
          .isIn("critical", "warning");
      assertThat(String.valueOf(notes.get("summary"))).as(name).hasSizeGreaterThan(10);
      assertThat(String.valueOf(notes.get("action"))).as(name).hasSizeGreaterThan(20);
      assertThat(notes.get("runbook"))
          .as(name)
          .isEqualTo("docs/operation.md#" + name.toLowerCase(java.util.Locale.ROOT));
      assertThat(told).as("a section of its own").contains("\n#### " + name + "\n");
    }
  }

  /** Each name with its labels, of a page in Prometheus' text format. */
  private static Map<String, Set<String>> said(String page) {
    Map<String, Set<String>> names = new HashMap<>();
    page.lines()
        .filter(line -> !line.startsWith("#"))
        .map(LINE::matcher)
        .filter(java.util.regex.Matcher::matches)
        .forEach(line -> {
          Set<String> labels = names.computeIfAbsent(line.group(1), name -> new TreeSet<>());
          if (line.group(2) == null) return;
          LABEL.matcher(line.group(2)).results().map(one -> one.group(1)).forEach(labels::add);
        });
    return names;
  }

  private static Set<String> metrics(String expression) {
    String bare = RANGE.matcher(TEXT.matcher(expression).replaceAll("")).replaceAll("");
    bare = GROUPING.matcher(bare).replaceAll("");
    bare = bare.replaceAll("\\{[^}]*}", "");
    return NAME.matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> labels(String expression) {
    String bare = TEXT.matcher(expression).replaceAll("\"\"");
    Set<String> labels = new TreeSet<>();
    GROUPING
        .matcher(bare)
        .results()
        .forEach(one -> labels.addAll(List.of(one.group(1).strip().split("\\s*,\\s*"))));
    SELECTION
        .matcher(bare)
        .results()
        .flatMap(one -> Pattern.compile("(\\w+)\\s*[=!]").matcher(one.group(2)).results())
        .forEach(one -> labels.add(one.group(1)));
    return labels;
  }

  private static List<String> ofDashboard() throws Exception {
    JsonNode board = new ObjectMapper().readTree(OPS.resolve("grafana/grenselos.json").toFile());
    List<String> expressions = new ArrayList<>();
    for (JsonNode panel : board.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        expressions.add(target.path("expr").asText());
      }
    }
    assertThat(expressions).hasSizeGreaterThan(20);
    return expressions;
  }

  private static List<Map<?, ?>> alerts() throws Exception {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<?, ?> file = yaml.load(Files.readString(OPS.resolve("prometheus/alerts.yml")));
    Map<String, Map<?, ?>> alerts = new LinkedHashMap<>();
    for (Object group : (List<?>) file.get("groups")) {
      for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
        Map<?, ?> alert = (Map<?, ?>) rule;
        alerts.put(String.valueOf(alert.get("alert")), alert);
      }
    }
    assertThat(alerts).hasSizeGreaterThan(10);
    return List.copyOf(alerts.values());
  }
}
