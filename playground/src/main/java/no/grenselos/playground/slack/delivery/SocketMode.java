package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.EOFException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Tells the app through a WebSocket that the app opened (docs.slack.dev, Socket Mode). Each
 * envelope goes to one of the app's connections, and must be acknowledged by its id. Safe for many
 * threads.
 */
public final class SocketMode {
  private static final String PATH = "slack/link";

  private record Pending(String session, CompletableFuture<String> ack) {}

  private final SlackApp app;
  private final Stage stage;
  private final Runnable changed;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<WsContext> connections = new CopyOnWriteArrayList<>();
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /**
   * @param changed run whenever an app came or went, never while the connections are locked
   */
  public SocketMode(SlackApp app, Stage stage, Runnable changed) {
    this.app = app;
    this.stage = stage;
    this.changed = changed;
  }

  public void open(RoutesConfig routes) {
    routes.ws("/" + PATH, this::configure);
  }

  /** An address that can be connected to once; what {@code apps.connections.open} gives. */
  public URI address() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    URI base = stage.base();
    return URI.create("ws://" + base.getAuthority() + "/" + PATH + "?ticket=" + ticket);
  }

  public synchronized int connections() {
    return connections.size();
  }

  /** Slack moves its servers: each connection is told to reconnect and is closed. */
  public void refresh() {
    sendAllAway();
    changed.run();
  }

  private synchronized void sendAllAway() {
    ObjectNode goodbye = Json.object().put("type", "disconnect").put("reason", "refresh_requested");
    goodbye.putObject("debug_info").put("host", "playground");
    for (WsContext connection : List.copyOf(connections)) {
      connections.remove(connection);
      connection.send(goodbye.toString());
      connection.closeSession();
    }
  }

  AppAnswer send(ToApp told, Attempt attempt) throws InterruptedException {
    WsContext connection = latest();
    if (connection == null) {
      return AppAnswer.failed("connection_failed");
    }
    String id = UUID.randomUUID().toString();
    CompletableFuture<String> ack = new CompletableFuture<>();
    pending.put(id, new Pending(connection.sessionId(), ack));
    try {
      connection.send(envelope(id, told, attempt).toString());
      return new AppAnswer.Taken(ack.get(HttpLine.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return AppAnswer.failed("http_timeout");
    } catch (ExecutionException | RuntimeException e) {
      return AppAnswer.failed("connection_failed");
    } finally {
      pending.remove(id);
    }
  }

  private static ObjectNode envelope(String id, ToApp told, Attempt attempt) {
    boolean event = told.kind() == ToApp.Kind.EVENT;
    ObjectNode envelope = Json.object().put("envelope_id", id);
    envelope.put("type", told.kind().envelopeType()).put("accepts_response_payload", !event);
    envelope.set("payload", told.payload());
    if (event) {
      envelope.put("retry_attempt", attempt.number()).put("retry_reason", attempt.reason());
    }
    return envelope;
  }

  private void configure(WsConfig ws) {
    ws.onConnect(this::welcome);
    ws.onMessage(message -> acknowledged(message.message()));
    ws.onClose(this::forget);
    ws.onError(this::forget);
  }

  private void welcome(WsContext connection) {
    String ticket = connection.queryParam("ticket");
    if (ticket == null || !tickets.remove(ticket)) {
      connection.closeSession(4_000, "invalid ticket");
      return;
    }
    connection.session.setMaxTextMessageSize(1_000_000);
    connection.enableAutomaticPings(10, TimeUnit.SECONDS);
    ObjectNode hello = Json.object().put("type", "hello");
    hello.put("num_connections", connections.size() + 1);
    hello.putObject("connection_info").put("app_id", app.appId());
    hello
        .putObject("debug_info")
        .put("host", "playground")
        .put("approximate_connection_time", 3600);
    greet(connection, hello.toString());
    changed.run();
  }

  /** An app that acts on the greeting finds its connection known: the others wait for this. */
  private synchronized void greet(WsContext connection, String hello) {
    connection.send(hello);
    connections.add(connection);
  }

  private void acknowledged(String message) {
    JsonNode ack = readable(message);
    Pending waiting = pending.get(ack.path("envelope_id").asText());
    if (waiting != null) {
      JsonNode payload = ack.path("payload");
      waiting.ack().complete(payload.isContainerNode() ? payload.toString() : payload.asText());
    }
  }

  private static JsonNode readable(String message) {
    try {
      return Json.parse(message);
    } catch (BadRequest e) {
      return Json.object();
    }
  }

  private void forget(WsContext connection) {
    connections.removeIf(each -> each.sessionId().equals(connection.sessionId()));
    pending.values().stream()
        .filter(waiting -> waiting.session().equals(connection.sessionId()))
        .forEach(waiting -> waiting.ack().completeExceptionally(new EOFException()));
    changed.run();
  }

  private synchronized @Nullable WsContext latest() {
    List<WsContext> now = List.copyOf(connections);
    return now.isEmpty() ? null : now.getLast();
  }
}
