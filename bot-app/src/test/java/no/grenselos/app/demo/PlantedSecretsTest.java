package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.route.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run of the application in a process of its own, with planted values for every secret of
 * every adapter and planted words in posts, while everything fails that can: none of it stands in
 * anything that the run said.
 */
class PlantedSecretsTest {
  /** Stands in every post, in the author's name, and in what other services say back. */
  private static final String WORD = "quetzalwort";

  /** Whoever has this address can read the calendar. */
  private static final String CALENDAR = "/planted-calendar-address.ics";

  private static final String FAKE_CALL = "{\"token\":\"" + WORD + "\",\"type\":\"" + WORD + "\"";

  /** Outputs that may show posts: they are there to show them. */
  private static final Set<String> SHOW_POSTS = Set.of("console", "export.out");

  private static final Pattern ADDRESS = Pattern.compile("href=\"(/console/[^\"#]*)\"");
  private static final int PAGES = 80;

  private static final DemoScript PEOPLE =
      new DemoScript(
          List.of(
              new DemoScript.Person("fjellvarme", "Fjellvarme", 1),
              new DemoScript.Person("kari", "Kari " + WORD, 1)),
          List.of(),
          DemoScript.load().answers());

  @TempDir Path temp;

  private final Outputs outputs = new Outputs();
  private final List<Screen> screens = new ArrayList<>();
  private Map<String, String> secrets = Map.of();
  private EchoingServer others;
  private World world;
  private ClassPathApp app;

  @BeforeEach
  void open() throws Exception {
    others =
        new EchoingServer(
            "words of a post: " + WORD,
            Map.of(
                "/api/v1/access_token",
                    "{\"access_token\":\"planted.reddit.access.91x\",\"expires_in\":86400}",
                "/token", "{\"access_token\":\"planted.youtube.access.91x\",\"expires_in\":3600}",
                "/feed.xml", RSS));
    RuleBook book = book();
    PlaygroundOptions options = new PlaygroundOptions(0, Clock.systemUTC(), List.of());
    world = World.open(PEOPLE, book, "fjellvarme", options, Houses.BOTH);
    Map<String, String> planted =
        PlantedHouse.secrets(world.secrets(), others.address() + CALENDAR);
    secrets = new LinkedHashMap<>(planted);
    secrets.put("SOL_CALENDAR", CALENDAR);
    app = new ClassPathApp(temp, planted);
    secrets.put("reddit's access token", "planted.reddit.access.91x");
    secrets.put("youtube's access token", "planted.youtube.access.91x");
    write("sqlite: {file: \"" + temp.resolve("planted.db") + "\"}", "");
    Path services = Files.createDirectories(temp.resolve("more/META-INF/services"));
    Files.writeString(
        services.resolve("no.grenselos.reading.EncoderProvider"),
        PoisonEncoderProvider.class.getName());
  }

  @AfterEach
  void close() {
    app.close();
    world.close();
    others.close();
  }

  private RuleBook book() {
    Configuration read =
        Configuration.read(PlantedHouse.basis(others.address()), 1, Providers.installed().known());
    read.refuseIfBroken();
    return read.book();
  }

  private void write(String store, String more) throws IOException {
    URI network = world.playground().network();
    app.write(
        PlantedHouse.files(world.chats(), network, app.at(""), others.address(), store, more));
  }

  @Test
  void noSecretAndNoPostIsInAnythingThatTheRunSays() throws Exception {
    app.run();
    app.awaitStart();
    world.deliverTo(app.at("/"));
    letIn();

    people();
    listensWhereItSays();
    strangers();
    failures();
    commands();
    console();
    outputs.add("metrics", app.get("/metrics"));
    outputs.add("health", app.get("/health/ready"));
    ends();

    assertThat(outputs.names())
        .contains("run.out", "run.err", "check.out", "metrics", "health", "console", "crash");
    theSearchCanFind();
    assertThat(notSent()).as("secrets that the run never used").isEmpty();
    assertThat(outputs.leaks(secrets, outputs.names())).as("planted secrets").isEmpty();
    Set<String> quiet = new HashSet<>(outputs.names());
    quiet.removeAll(SHOW_POSTS);
    assertThat(outputs.leaks(Map.of("post", WORD), quiet)).as("planted words of posts").isEmpty();
  }

  /** The same search finds what must be there, in each kind of output. */
  private void theSearchCanFind() {
    for (String output : List.of("run.err", "check.out", "metrics", "health", "console")) {
      assertThat(outputs.leaks(Map.of("control", "control-feed"), List.of(output)))
          .as("control value in " + output)
          .hasSize(1);
    }
    assertThat(outputs.leaks(Map.of("post", WORD), SHOW_POSTS)).as("posts shown").isNotEmpty();
    assertThat(outputs.text("run.err")).contains("entry failed", "IllegalArgumentException");
    assertThat(outputs.text("run.out")).contains("Full thread dump");
    assertThat(outputs.text("crash")).contains("SIGSEGV");
  }

  /** Those that were neither shown to a service nor used to check a signature. */
  private Set<String> notSent() {
    String heard = String.join("\n", others.heard());
    Set<String> elsewhere =
        Set.of(
            // to the playground, which lets nobody in without
            "MASTODON_TOKEN",
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "TEAMS_APP_PASSWORD",
            // signatures of calls, made or checked here
            "X_CONSUMER_SECRET",
            "X_CLIENT_SECRET",
            "FACEBOOK_APP_SECRET",
            "FACEBOOK_VERIFY_TOKEN",
            "WEBHOOK_SECRET",
            "WEBSUB_SECRET",
            "CRM_SECRET",
            // for answers there and for drafts, which nobody gives here
            "X_USER_TOKEN",
            "YOUTUBE_CLIENT_SECRET",
            "YOUTUBE_REFRESH_TOKEN",
            "GRENSELOS_ASSISTANT_KEY",
            // handed to drivers that reached nobody
            "GRENSELOS_DB_PASSWORD",
            "KAFKA_PASSWORD");
    Outputs sent = new Outputs();
    sent.add("heard", heard);
    Set<String> found =
        sent.leaks(secrets, List.of("heard")).stream()
            .map(Outputs.Leak::name)
            .collect(Collectors.toSet());
    return secrets.keySet().stream()
        .filter(name -> !elsewhere.contains(name) && !found.contains(name))
        .filter(name -> !name.contains("access token"))
        .collect(Collectors.toSet());
  }

  /** With every adapter at work, one socket: that of {@code listen} and {@code port}. */
  private void listensWhereItSays() throws IOException {
    assertThat(Sockets.listening(app.pid())).containsExactly("tcp 127.0.0.1:" + app.port());
    // and those of this process are seen, which has many
    assertThat(Sockets.listening(ProcessHandle.current().pid()))
        .contains("tcp 127.0.0.1:" + URI.create(others.address()).getPort());
  }

  private void letIn() throws InterruptedException {
    List<TeamsPerson> people = world.teams().seed().people();
    TeamsPerson somebody = people.getFirst();
    // the first call is refused: it makes the application fetch Microsoft's keys
    world.teams().house().installIn("Fjellvarme", somebody.aadObjectId());
    app.await("Teams is known", () -> app.said("run.err").contains("teams keys fetched"));
    boolean known = false;
    // once more where the application was too busy to listen
    for (int i = 0; i < 4 && !known; i++) {
      world.teams().house().installIn("Fjellvarme", somebody.aadObjectId());
      known = world.teams().await(teams -> teams.calls("team") >= 2, Duration.ofSeconds(20));
    }
    people.forEach(person -> world.teams().house().install(person.aadObjectId()));
  }

  /** What people outside and inside do on a good day. */
  private void people() throws Exception {
    post("Does a heat pump howl " + WORD + "?");
    post("I opened a ticket " + WORD);
    post("The hallway is cold " + WORD);
    post("A heat pump that is " + PoisonEncoderProvider.POISON + " " + WORD);
    Screen nudge = shown(one -> one.isDirect() && one.offers("CLAIM") && says(one, "howl"));
    Screen mine = pressed(nudge, nudge.owner(), "CLAIM", one -> one.offers("REPLY"));
    app.await("it is answered", () -> answers(mine));
    Screen queued = shown(one -> isQueued(one, "slack"));
    Screen taken = pressed(queued, PlantedHouse.DESK, "CLAIM", one -> !one.offers("CLAIM"));
    boolean unused = taken.press(PlantedHouse.DESK, "SEND_TO_CRM");
    Screen hall = shown(one -> isQueued(one, "teams"));
    String desk = TwoHouses.inTeams(PlantedHouse.DESK);
    Screen alsoUnused = pressed(hall, desk, "CLAIM", one -> !one.offers("CLAIM"));
    app.await(
        "the answer is outside",
        () ->
            world.network().statuses().stream()
                .anyMatch(status -> status.text().contains("It should not")));
    app.await("the poisonous post failed", () -> app.said("run.err").contains("entry failed"));
  }

  private static boolean isQueued(Screen one, String house) {
    return !one.isDirect() && one.house().equals(house) && one.offers("CLAIM");
  }

  private static boolean says(Screen one, String words) {
    return one.content().toString().contains(words);
  }

  private boolean answers(Screen mine) {
    try {
      return mine.fillIn(mine.owner(), "REPLY", Map.of("text", "It should not " + WORD));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Presses, again where a slow machine did not take it in time, until the message is so. */
  private Screen pressed(Screen on, String user, String press, Predicate<Screen> then)
      throws InterruptedException {
    Screen now = on;
    while (!then.test(now)) {
      boolean unused = now.press(user, press);
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      now = shown(one -> one.key().equals(on.key()) && (then.test(one) || System.nanoTime() > end));
    }
    return now;
  }

  /** What comes to the doors from strangers, and from friends who are not well. */
  private void strangers() throws Exception {
    String good = TOOL.formatted(WORD, "I opened a ticket by hand " + WORD);
    send(Signed.byTool(app.at("/in/feeds/tool"), good, secrets.get("WEBHOOK_SECRET")), 200);
    send(
        Signed.byTool(
            app.at("/in/feeds/tool"), "{\"mentions\":[" + good, secrets.get("WEBHOOK_SECRET")),
        400);
    send(Signed.byTool(app.at("/in/feeds/tool"), good, "wrong"), 401);
    String meta = META.formatted(WORD);
    send(Signed.byMeta(app.at("/in/feeds/face"), meta, secrets.get("FACEBOOK_APP_SECRET")), 200);
    send(Signed.byMeta(app.at("/in/feeds/insta"), meta, secrets.get("FACEBOOK_APP_SECRET")), 200);
    send(Signed.byMeta(app.at("/in/feeds/face"), meta, "wrong"), 401);
    String verify = "/in/feeds/face?hub.mode=subscribe&hub.challenge=7&hub.verify_token=";
    send(HttpRequest.newBuilder(app.at(verify + "wrong")), 403);
    String x =
        "{\"for_user_id\":\"1\",\"tweet_create_events\":[{\"id_str\":\"1\",\"text\":\""
            + WORD
            + "\"}]}";
    send(Signed.byX(app.at("/in/feeds/x"), x, secrets.get("X_CONSUMER_SECRET")), 200);
    send(Signed.byX(app.at("/in/feeds/x"), x, "wrong"), 401);
    send(
        Signed.post(app.at("/in/feeds/rss@hub"), WORD).header("X-Hub-Signature", "sha256=00"), 401);
    send(Signed.post(app.at("/in/teams"), FAKE_CALL + "}"), 401);
    send(Signed.post(app.at("/in/teams"), FAKE_CALL), 401);
    send(Signed.post(app.at("/in/slack"), FAKE_CALL), 401);
    String slack = secrets.get("SLACK_SIGNING_SECRET");
    for (String body :
        List.of(FAKE_CALL, FAKE_CALL + "}", "payload=%7B" + WORD, "payload=" + WORD)) {
      HttpResponse<String> answer = app.send(Signed.bySlack(app.at("/in/slack"), body, slack));
      outputs.add(
          "answers", answer.statusCode() + answer.headers().map().toString() + answer.body());
    }
    send(Signed.post(app.at("/in/nowhere/" + WORD), WORD), 404);
    send(Signed.post(app.at("/console/rules"), "text=" + WORD), 403);
    send(HttpRequest.newBuilder(app.at("/console/link/" + WORD)), 302);
    send(HttpRequest.newBuilder(app.at("/" + WORD + "%0d%0aX:y")), 404);
  }

  private void send(HttpRequest.Builder request, int status) throws Exception {
    HttpResponse<String> answer = app.send(request);
    String all = answer.headers().map() + answer.body();
    // an address may be said back to whoever sent it
    outputs.add("answers", all.replace("/" + WORD + "%0d", "").replace("/in/nowhere/" + WORD, ""));
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
  }

  /** What fails around us. */
  private void failures() throws Exception {
    world.teams().weather().refuseNext(2, 401);
    world.teams().weather().refuseNext(1, 400);
    world.teams().weather().garbleAnswers(1);
    post("The hallway is dark " + WORD);
    post("The hallway is dim " + WORD);
    world.slack().weather().down(true);
    post("I opened another ticket " + WORD);
    app.await("Slack was away", () -> app.said("run.err").contains("errand.delayed"));
    world.slack().weather().dropping(true);
    post("I opened a third ticket " + WORD);
    app.await("all networks failed", () -> failed().containsAll(NETWORKS));
    world.slack().weather().dropping(false);
    world.slack().weather().down(false);
    Screen unused = shown(one -> says(one, "third ticket"));
    // at last, as it asks for a rest of up to five minutes
    world.network().faults().refuseNext(2);
    app.await("the network refused", () -> app.said("run.err").contains("asked to wait (429)"));
  }

  private static final Set<String> NETWORKS =
      Set.of("x ", "sky ", "hn ", "red ", "face ", "insta ");

  private Set<String> failed() {
    String log = app.said("run.err");
    return NETWORKS.stream()
        .filter(name ->
            Pattern.compile("feed\\.(failed|refused|waits) .*\\b" + name.strip())
                .matcher(log)
                .find())
        .collect(Collectors.toSet());
  }

  private void commands() throws Exception {
    String config = app.config().toString();
    int unused = app.command("check", "check", "--feeds", "--config", config);
    int exported = app.command("export", "export", "--author", "mastodon:kari", "--config", config);
    assertThat(exported).as(app.said("export.err")).isZero();
    write("postgres: {url: \"jdbc:postgresql://127.0.0.1:1/db\", user: u}", "");
    assertThat(app.command("postgres", "check", "--config", config)).isEqualTo(2);
    String kafka = "log: {kafka: {servers: \"127.0.0.1:1\", user: u}}\n";
    write("sqlite: {file: \"" + temp.resolve("planted.db") + "\"}", kafka);
    int alsoUnused = app.command("kafka", "log", "--config", config);
    for (String command : List.of("check", "export", "postgres", "kafka")) {
      outputs.add(command + ".out", app.said(command + ".out"));
      outputs.add(command + ".err", app.said(command + ".err"));
    }
  }

  private void console() throws Exception {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      // signing in ends at a provider that fails
      String out = body(browser, "/console/login");
      HttpResponse<String> away = raw("/console/login/go/house");
      outputs.add("answers", out + away.headers().map());
      signsInInVain(away);
      Matcher link = Pattern.compile("/console/link/\\S+").matcher(app.said("run.out"));
      assertThat(link.find()).isTrue();
      Deque<String> next = new ArrayDeque<>(List.of(link.group()));
      Set<String> seen = new HashSet<>(next);
      for (int i = 0; i < PAGES && !next.isEmpty(); i++) {
        String page = body(browser, next.removeFirst());
        outputs.add("console", page);
        Matcher to = ADDRESS.matcher(page);
        while (to.find()) {
          String address = to.group(1).replace("&amp;", "&");
          if (!address.contains("/static/") && seen.add(address)) next.addLast(address);
        }
      }
      assertThat(seen).contains("/console/system", "/console/rules", "/console/people");
    }
  }

  private void signsInInVain(HttpResponse<String> away) throws Exception {
    String to = away.headers().firstValue("Location").orElseThrow();
    Matcher state = Pattern.compile("[?&]state=([^&]+)").matcher(to);
    assertThat(state.find()).as(to).isTrue();
    String cookie = away.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    HttpResponse<String> back =
        app.send(
            HttpRequest.newBuilder(
                    app.at("/console/login/back/house?code=c&state=" + state.group(1)))
                .header("Cookie", cookie));
    outputs.add("answers", back.headers().map() + back.body());
    assertThat(back.headers().firstValue("Location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith("why=failed"));
  }

  private HttpResponse<String> raw(String path) throws IOException, InterruptedException {
    return app.send(HttpRequest.newBuilder(app.at(path)));
  }

  private String body(HttpClient browser, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(app.at(path)).header("Accept-Language", "en").build();
    HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.headers().map() + answer.body();
  }

  /** A thread dump, and the end of a process that crashes. */
  private void ends() throws Exception {
    app.signal(3);
    app.await("the thread dump", () -> app.said("run.out").contains("JNI global refs"));
    app.signal(11);
    assertThat(app.ended()).isTrue();
    for (String output : List.of("run.out", "run.err", "crash"))
      outputs.add(output, app.said(output));
  }

  private void post(String words) {
    world.network().post("kari", words + " #fjell");
  }

  /** The newest version of a message that is so, once there is one. */
  private Screen shown(Predicate<Screen> wanted) throws InterruptedException {
    List<Screen> found = new ArrayList<>();
    List<Inside> inside = hands();
    app.await(
        "it is shown inside",
        () -> {
          for (Inside house : inside) {
            for (Screen fresh : house.news()) {
              screens.removeIf(old -> old.key().equals(fresh.key()));
              screens.add(fresh);
            }
          }
          Optional<Screen> one = screens.stream().filter(wanted).findFirst();
          one.ifPresent(found::add);
          return one.isPresent();
        });
    return found.getFirst();
  }

  private List<Inside> seenBy = List.of();

  private List<Inside> hands() {
    if (seenBy.isEmpty()) seenBy = world.inside();
    return seenBy;
  }

  private static final String RSS =
      """
      <rss version="2.0"><channel><title>t</title><link>https://blog.example/</link>
      <item><title>I opened a ticket %1$s</title><link>https://blog.example/1</link><guid>1</guid></item>
      <item><title>%1$s</title><link>nowhere %1$s</link><pubDate>%1$s</pubDate></item>
      </channel></rss>
      """
          .formatted(WORD);

  private static final String TOOL =
      """
      {"mentions": [{"network": "tool", "id": "1", "link": "https://tool.example/1",
        "author": {"name": "Kari %1$s", "handle": "kari"}, "text": "%2$s",
        "publishedAt": "2026-09-15T08:00:00Z"}]}
      """;

  private static final String META =
      """
      {"object":"page","entry":[{"id":"1","time":1,"changes":[{"field":"feed","value":{"item":"comment",
        "verb":"add","comment_id":"1_%1$s","post_id":"%1$s","message":"%1$s","created_time":"%1$s"}}]}]}
      """;
}
