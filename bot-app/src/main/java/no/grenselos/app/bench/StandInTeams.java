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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import no.grenselos.app.wiring.Grenselos;

/**
 * The least of Microsoft that the adapter asks while people press: its login, its keys, and a
 * connector that says yes to everything, as slowly as Teams does.
 */
final class StandInTeams implements BenchHouse {
  static final String APP = "00000000-0000-4000-8000-0000000be4c4";
  static final String TENANT = "00000000-0000-4000-8000-00000007e4a4";
  static final String TEAM = "19:bench@thread.tacv2";
  static final String CHANNEL = "19:care@thread.tacv2";
  static final String CHANNEL_NAME = "#bench-care";
  static final String MESSAGE = "1700000000001";

  private static final String PASSWORD = "bench-app-password";

  /** About what a call of the connector takes from Europe; a judgement. */
  private static final Duration AS_SLOW_AS_TEAMS = Duration.ofMillis(100);

  private final BenchKey key = new BenchKey();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  StandInTeams() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("TEAMS_APP_PASSWORD", PASSWORD);
  }

  @Override
  public String settings() {
    return ("teams: {app-id: %s, tenant: %s, service-urls: [\"%s\"], service-url: \"%s\","
            + " login: \"%s\", open-id: \"%s\"}")
        .formatted(APP, TENANT, host(), service(), at("/login/"), at("/openid"));
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String service() {
    return at("/teams/");
  }

  String at(String path) {
    return "http://" + host() + path;
  }

  /** What the connector shows when it calls. */
  String bearer() {
    return key.bearer(APP, service());
  }

  /** The activities that were sent into the channel. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Crowd call(Grenselos service, URI door) throws InterruptedException {
    TeamsCaller caller = new TeamsCaller(door, this);
    caller.letIn(service);
    return caller;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Thread.sleep(AS_SLOW_AS_TEAMS);
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/teams/v3/conversations/" + CHANNEL + "/activities")) sent.add(body);
      byte[] json = json(path).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, json.length);
      exchange.getResponseBody().write(json);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String json(String path) {
    if (path.equals("/openid")) {
      return "{'issuer':'https://api.botframework.com','jwks_uri':'" + at("/keys") + "'}";
    }
    if (path.equals("/keys")) return key.set();
    if (path.startsWith("/login/")) {
      return "{'token_type':'Bearer','expires_in':3600,'access_token':'bench'}";
    }
    if (path.startsWith("/teams/v3/teams/")) {
      return "{'conversations':[{'id':'%s'},{'id':'%s','name':'%s'}]}"
          .formatted(TEAM, CHANNEL, CHANNEL_NAME.substring(1));
    }
    if (path.endsWith("/pagedmembers")) return "{'members':[]}";
    return "{'id':'" + MESSAGE + "'}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
