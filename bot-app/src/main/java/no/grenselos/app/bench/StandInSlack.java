package no.grenselos.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import no.grenselos.app.wiring.Grenselos;

/**
 * The least of Slack's Web API that the adapter asks while people press: it says yes to everything,
 * as slowly as Slack does.
 */
final class StandInSlack implements BenchHouse {
  private static final String SIGNING_SECRET = "bench-signing-secret";

  static final String BOT = "U0BENCH";

  /** About what a call of Slack's takes from Europe; a judgement. */
  private static final Duration AS_SLOW_AS_SLACK = Duration.ofMillis(100);

  private static final Map<String, String> ANSWERS =
      Map.of(
          "auth.test",
          "'team':'Bench','user':'grenselos','user_id':'" + BOT + "','bot_id':'B0BENCH'",
          "conversations.list",
          "'channels':[]",
          "conversations.open",
          "'channel':{'id':'D0BENCH'}",
          "chat.postMessage",
          "'channel':'D0BENCH','ts':'1700000000.000001'");

  private final HttpServer server;
  private final StandInMembers members;
  private final BiConsumer<String, String> called;

  /** A workspace without members, who are known when they are asked for. */
  StandInSlack() {
    this(
        new StandInMembers(List.of()),
        Thread.ofPlatform().daemon().factory(),
        (method, body) -> {});
  }

  /**
   * @param threads it answers on
   * @param called is told the method and the body of each call as it comes in; by many threads
   */
  StandInSlack(StandInMembers members, ThreadFactory threads, BiConsumer<String, String> called) {
    this.members = members;
    this.called = called;
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool(threads));
    server.createContext("/api/", this::answer);
    server.start();
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("SLACK_BOT_TOKEN", "xoxb-bench", "SLACK_SIGNING_SECRET", SIGNING_SECRET);
  }

  @Override
  public String settings() {
    int port = server.getAddress().getPort();
    return "slack: {mode: http, api: \"http://127.0.0.1:" + port + "/api/\"}";
  }

  @Override
  public Crowd call(Grenselos service, URI door) {
    return new SlackCaller(door, SIGNING_SECRET);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      String method = exchange.getRequestURI().getPath().substring("/api/".length());
      String form = new String(asked, StandardCharsets.UTF_8);
      called.accept(method, form);
      Thread.sleep(AS_SLOW_AS_SLACK);
      byte[] body = answer(method, form).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(String method, String form) {
    String more =
        members
            .answer(method, form)
            .orElseGet(() -> ANSWERS.getOrDefault(method, "'view':{'id':'V1','hash':'h1'}"));
    return ("{'ok':true," + more + "}").replace('\'', '"');
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
