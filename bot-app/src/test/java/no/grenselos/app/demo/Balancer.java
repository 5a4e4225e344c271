package no.grenselos.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before several nodes, as a load balancer does: gives each request to the next node that
 * can be connected to, and answers 502 where that one then says nothing.
 */
final class Balancer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Set<String> OWN = ignoringCase("connection", "content-length", "host");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpServer server;
  private final List<URI> doors;

  Balancer(List<URI> doors) throws IOException {
    this.doors = List.copyOf(doors);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(workers);
    server.start();
  }

  private static Set<String> ignoringCase(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }

  URI door() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in/slack");
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int first = turn.getAndIncrement();
      for (int i = 0; i < doors.size(); i++) {
        try {
          answer(
              exchange, http.send(request(exchange, body, first + i), BodyHandlers.ofByteArray()));
          return;
        } catch (ConnectException e) {
          // the next one then
        } catch (IOException e) {
          break;
        }
      }
      exchange.sendResponseHeaders(502, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange from, byte[] body, int number) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(doors.get(Math.floorMod(number, doors.size())))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(body));
    from.getRequestHeaders()
        .forEach((name, values) -> {
          if (!OWN.contains(name)) values.forEach(value -> request.header(name, value));
        });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> from) throws IOException {
    from.headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    int length = from.body().length;
    exchange.sendResponseHeaders(from.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(from.body());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
