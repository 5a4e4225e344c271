package no.grenselos.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;

/** A small HTTP server that hands the bytes of a call to the webhook, and remembers how it went. */
public final class FrontDoor implements AutoCloseable {
  /** One call: what came, what was answered, how long that took. */
  public record Visit(HttpCall call, HttpAnswer answer, Duration took) {}

  private final HttpServer server;
  private final Webhook webhook;
  private final AtomicInteger repeats = new AtomicInteger();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();

  public FrontDoor(Webhook webhook) throws IOException {
    this.webhook = webhook;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::receive);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in/house");
  }

  /** The next call is handed in once more, byte for byte. */
  public void repeatNext() {
    repeats.incrementAndGet();
  }

  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  public Visit last() {
    return visits.get(visits.size() - 1);
  }

  private void receive(HttpExchange exchange) throws IOException {
    HttpCall call =
        new HttpCall(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
            exchange.getRequestHeaders(),
            Body.of(exchange.getRequestBody().readAllBytes()));
    HttpAnswer answer = visit(call);
    if (repeats.getAndUpdate(n -> Math.max(0, n - 1)) > 0) answer = visit(call);
    byte[] body = answer.body().bytes();
    if (!answer.contentType().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpAnswer visit(HttpCall call) {
    long begin = System.nanoTime();
    HttpAnswer answer = webhook.receive(call);
    visits.add(new Visit(call, answer, Duration.ofNanos(System.nanoTime() - begin)));
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
