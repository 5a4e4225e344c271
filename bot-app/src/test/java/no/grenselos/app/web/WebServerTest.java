package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
  /** What Spring would change if it rebuilt the form: lower-case hex, %20, ~ and *. */
  private static final String FORM = "payload=%7b%20*~%27!%7D&b=1&a=2";

  private static final List<HttpCall> CALLS = new CopyOnWriteArrayList<>();
  private static final List<Boolean> VIRTUAL = new CopyOnWriteArrayList<>();
  private static volatile Health health = new Health(true, List.of());
  private static WebServer server;
  private static HttpClient client;

  @BeforeAll
  static void up() {
    Doors doors =
        new Doors(Map.of("slack", WebServerTest::receive, "broken", call -> fail()), () -> health);
    server = WebServer.start(doors, "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void down() {
    client.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    CALLS.clear();
    VIRTUAL.clear();
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
    HttpResponse<String> large = post("/in/slack", InboundController.MAX_BYTES);
    HttpResponse<String> tooLarge = post("/in/slack", InboundController.MAX_BYTES + 1);

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
                + "[{\"what\":\"store\",\"fine\":false,\"text\":\"locked by \\\"x\\\"\"}]}");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void readyIsReady() throws Exception {
    health = new Health(true, List.of());

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void aTakenPortSaysWhatToDo() {
    Doors doors = new Doors(Map.of(), () -> health);

    assertThatThrownBy(() -> WebServer.start(doors, "127.0.0.1", server.port()))
        .isInstanceOf(CannotStart.class)
        .hasMessage("port " + server.port() + " is taken; choose another with --port");
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
