package no.grenselos.playground.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.grenselos.playground.stage.Json;

/** The bot under test: writes down what it hears, and answers as the test says. */
final class TestBot implements AutoCloseable {
  record Heard(String authorization, String body) {
    JsonNode activity() {
      return Json.parse(body);
    }

    String type() {
      return activity().path("type").asText();
    }
  }

  record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  final List<Heard> all = new CopyOnWriteArrayList<>();
  volatile Function<Heard, Reply> answer = h -> new Reply(200, "");

  TestBot() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/messages", this::hear);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/messages");
  }

  Heard next() throws InterruptedException {
    Heard next = heard.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the bot heard nothing");
    }
    return next;
  }

  /** All calls from now on are answered with that invoke response. */
  void answers(String json) {
    answer = h -> new Reply(200, json.replace('\'', '"'));
  }

  private void hear(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Heard one = new Heard(authorization == null ? "" : authorization, body);
    all.add(one);
    heard.add(one);
    Reply reply = answer.apply(one);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
