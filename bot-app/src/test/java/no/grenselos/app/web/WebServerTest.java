package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import no.grenselos.app.web.caller.Caller;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.app.wiring.Health;
import no.grenselos.config.Finding;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebServerTest {
  /** What Spring would change if it rebuilt the form: lower-case hex, %20, ~ and *. */
  private static final String FORM = "payload=%7b%20*~%27!%7D&b=1&a=2";

  private static final List<HttpCall> CALLS = new CopyOnWriteArrayList<>();
  private static final List<Boolean> VIRTUAL = new CopyOnWriteArrayList<>();
  private static volatile Health health = new Health(true, List.of());
  private static WebServer server;
  private static WebServer closed;
  private static HttpClient client;

  @BeforeAll
  static void up() {
    Doors doors =
        new Doors(
            Map.of("slack", WebServerTest::receive, "broken", call -> fail()),
            Set.of(),
            () -> health);
    server = WebServer.start(doors, "127.0.0.1", 0);
    closed = WebServer.start(local(), "0.0.0.0", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void down() {
    client.close();
    server.close();
    closed.close();
  }

  @BeforeEach
  void forget() {
    CALLS.clear();
    VIRTUAL.clear();
  }

  /** What other threads say while it starts would be lost otherwise. */
  @Test
  void aServerThatStartsLeavesTheLogAsItIs() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var ours = new ListAppender<ILoggingEvent>();
    ours.setContext(root.getLoggerContext());
    ours.start();
    root.addAppender(ours);
    try (WebServer another = WebServer.start(local(), "127.0.0.1", 0)) {
      assertThat(another.port()).isPositive();
      assertThat(root.isAttached(ours)).isTrue();
      assertThat(ours.isStarted()).isTrue();
    } finally {
      root.detachAppender(ours);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/in/slack/events", "/in/slack/events?x=%7e&x=2"})
  void theBytesOfAFormArriveAsTheyWereSent(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Signature", "v0=abc")
                .POST(BodyPublishers.ofString(FORM))
                .build(),
            BodyHandlers.ofString());

    HttpCall call = CALLS.getFirst();
    assertThat(call.body().text()).isEqualTo(FORM);
    assertThat(call.path()).isEqualTo("/events");
    assertThat(call.query()).isEqualTo(path.contains("?") ? "x=%7e&x=2" : "");
    assertThat(call.header("x-slack-signature")).contains("v0=abc");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"ok\":\"å\"}");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
  }

  @Test
  void aMultipartBodyIsNotTakenApart() throws Exception {
    String body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";

    client.send(
        to("/in/slack")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());

    assertThat(CALLS.getFirst().body().text()).isEqualTo(body);
    assertThat(CALLS.getFirst().path()).isEmpty();
  }

  @Test
  void noCallIsServedByAVirtualThreadWhichCouldStandStillForGood() throws Exception {
    get("/in/slack/ping");

    assertThat(VIRTUAL).containsExactly(false);
  }

  @Test
  void moreThanAMegabyteIsRefusedBeforeTheAdapterSeesIt() throws Exception {
    HttpResponse<String> large = post("/in/slack", BodyDesk.MAX_BYTES);
    HttpResponse<String> tooLarge = post("/in/slack", BodyDesk.MAX_BYTES + 1);

    assertThat(large.statusCode()).isEqualTo(201);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(CALLS).hasSize(1);
  }

  @Test
  void anAdapterThatFailsAnswersWithoutItsReason() throws Exception {
    HttpResponse<String> answer = get("/in/broken/x");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("could not be stored; send it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/in/teams/x", "/in", "/actuator", "/actuator/health", "/index.html"})
  void thereIsNoOtherDoor(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void readinessNamesEachPartAndItsReason() throws Exception {
    health = new Health(false, List.of(new Finding(false, "store", "locked by \"x\"")));

    HttpResponse<String> answer = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"ready\":false,\"parts\":"
                + "[{\"what\":\"store\",\"fine\":false,\"text\":\"locked by \\\"x\\\"\","
                + "\"do\":\"mend the database or make room; it goes on by itself, do not restart;"
                + " docs/operation.md, Health\"}]}");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsNotOnThisMachineHearsWhetherWeAreReadyAndNothingElse() throws Exception {
    health = new Health(false, List.of(new Finding(false, "store", "locked by \"x\"")));

    HttpResponse<String> answer =
        client.send(
            to("/health/ready").header("X-Forwarded-For", "203.0.113.7").build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"ready\":false}");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void readyIsReady() throws Exception {
    health = new Health(true, List.of());

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void aTakenPortSaysWhatToDo() {
    Doors doors = new Doors(Map.of(), Set.of(), () -> health);

    assertThatThrownBy(() -> WebServer.start(doors, "127.0.0.1", server.port()))
        .isInstanceOf(CannotStart.class)
        .hasMessage("port " + server.port() + " is taken; choose another with --port");
  }

  @Test
  void whileAChatAsksNobodyWhoTheyAreTheServerIsForThisMachineAlone() throws Exception {
    assertThat(status(at("127.0.0.1", closed, "/in/teams"))).isEqualTo(201);
    // all of 127 is this machine, but only one address of it is listened on
    assertThatThrownBy(() -> status(at("127.0.0.2", closed, "/in/teams")))
        .isInstanceOf(ConnectException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Origin"})
  void aCallPassedOnForSomebodyElseFindsNoSuchDoorThere(String header) throws Exception {
    HttpResponse<String> answer =
        client.send(
            at("127.0.0.1", closed, "/in/teams").header(header, "127.0.0.1").build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(get("/in/nowhere").body());
    assertThat(CALLS).isEmpty();
    HttpRequest.Builder toSlack = at("127.0.0.1", closed, "/in/slack");
    assertThat(status(toSlack.header(header, "203.0.113.7"))).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.0.1, true",
    "::1, true",
    "0:0:0:0:0:0:0:1, true",
    "::ffff:127.0.0.1, true",
    "10.0.0.7, false",
    "0.0.0.0, false",
    "fe80::1, false",
    "::ffff:203.0.113.7, false",
    "localhost, false",
    "'', false",
    "127.0.0.1.example, false"
  })
  void onlyALoopbackAddressIsThisMachine(String address, boolean near) {
    assertThat(Caller.isLoopback(address)).isEqualTo(near);
  }

  @Test
  void aDoorForThisMachineIsNoneForAnother() {
    assertThat(local().door("teams", true)).isPresent();
    assertThat(local().door("teams", false)).isEmpty();
    assertThat(local().door("slack", false)).isPresent();
    assertThat(local().address("0.0.0.0")).isEqualTo("127.0.0.1");
    assertThat(new Doors(Map.of(), Set.of(), () -> health).address("0.0.0.0")).isEqualTo("0.0.0.0");
  }

  private static Doors local() {
    return new Doors(
        Map.of("teams", WebServerTest::receive, "slack", WebServerTest::receive),
        Set.of("teams"),
        () -> health);
  }

  private static HttpRequest.Builder at(String address, WebServer on, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address + ":" + on.port() + path));
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private static HttpAnswer receive(HttpCall call) {
    CALLS.add(call);
    VIRTUAL.add(Thread.currentThread().isVirtual());
    return HttpAnswer.json(201, "{\"ok\":\"å\"}");
  }

  private static HttpAnswer fail() {
    throw new IllegalStateException("secret detail");
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, int bytes)
      throws IOException, InterruptedException {
    return client.send(
        to(path).POST(BodyPublishers.ofByteArray(new byte[bytes])).build(),
        BodyHandlers.ofString());
  }
}
