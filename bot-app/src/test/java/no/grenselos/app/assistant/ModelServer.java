package no.grenselos.app.assistant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands in for a model's API on a free loopback port; answers as it was told. */
final class ModelServer {
  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable HttpServer server;
  private volatile URI url = URI.create("http://127.0.0.1/v1");
  private volatile Answer answer = exchange -> {};
  private volatile String heard = "";
  private volatile String path = "";
  private volatile String authorization = "";

  void start() throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.setExecutor(threads);
    started.createContext("/", this::serve);
    started.start();
    server = started;
    url = URI.create("http://127.0.0.1:" + started.getAddress().getPort() + "/v1");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      path = exchange.getRequestURI().getPath();
      authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      answer.give(exchange);
    }
  }

  void says(String content) {
    var body = new ObjectMapper().createObjectNode();
    body.putArray("choices").addObject().putObject("message").put("content", content);
    answers(200, body.toString());
  }

  void answers(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    answer =
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        };
  }

  void redirects(String where) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().add("Location", where);
          exchange.sendResponseHeaders(302, -1);
        };
  }

  /** Gives half an answer and then nothing; the latch falls when it was asked. */
  CountDownLatch beginsAndStops() {
    CountDownLatch asked = new CountDownLatch(1);
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          asked.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    return asked;
  }

  URI url() {
    return url;
  }

  String heard() {
    return heard;
  }

  String path() {
    return path;
  }

  String authorization() {
    return authorization;
  }

  void stop() {
    end.countDown();
    HttpServer running = server;
    if (running != null) running.stop(0);
    threads.shutdownNow();
  }
}
