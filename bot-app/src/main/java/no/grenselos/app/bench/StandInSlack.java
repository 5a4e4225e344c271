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
          "users.info",
          "'user':{'id':'U1','name':'kari','real_name':'Kari','locale':'nb-NO',"
              + "'tz':'Europe/Oslo','deleted':false,'profile':{'display_name':''}}",
          "users.list",
          "'members':[]",
          "dnd.teamInfo",
          "'users':{}",
          "conversations.list",
          "'channels':[]",
          "conversations.open",
          "'channel':{'id':'D0BENCH'}",
          "chat.postMessage",
          "'channel':'D0BENCH','ts':'1700000000.000001'");

  private final HttpServer server;
  private final BiConsumer<String, String> called;

  StandInSlack() {
    this(Thread.ofPlatform().daemon().factory(), (method, body) -> {});
  }

  /**
   * @param threads it answers on
   * @param called is told the method and the body of each call as it comes in; by many threads
   */
  StandInSlack(ThreadFactory threads, BiConsumer<String, String> called) {
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
      called.accept(method, new String(asked, StandardCharsets.UTF_8));
      Thread.sleep(AS_SLOW_AS_SLACK);
      String more = ANSWERS.getOrDefault(method, "'view':{'id':'V1','hash':'h1'}");
      String json = ("{'ok':true," + more + "}").replace('\'', '"');
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
