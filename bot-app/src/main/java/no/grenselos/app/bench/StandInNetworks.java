package no.grenselos.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Networks on this machine: each path answers what it is told to. Every answer says that it is the
 * last allowed for now, so that a look reads one page, and each page is kept by itself.
 */
final class StandInNetworks implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers;

  /**
   * @param pages what is answered to an address, by its path's beginning; may wait
   */
  StandInNetworks(StandInThreads threads, Map<String, Function<URI, byte[]>> pages) {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workers = Executors.newCachedThreadPool(threads);
    server.setExecutor(workers);
    pages.forEach((path, page) -> server.createContext(path, call -> answer(call, page)));
    server.start();
  }

  /** Its address, as a setting. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Function<URI, byte[]> page) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = page.apply(exchange.getRequestURI());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("x-rate-limit-remaining", "0");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
