package no.grenselos.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands for every network, login provider and other service that is called, on its worst day: it
 * fails in turn with 401, 500 and something unreadable, and each time says back all that it was
 * sent, as a debug page would, with the words of somebody's post.
 */
final class EchoingServer implements AutoCloseable {
  private static final int UNREADABLE = 200;
  private static final List<Integer> TURNS = List.of(401, 500, UNREADABLE);

  private final HttpServer server;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  private final Map<String, Integer> turns = new ConcurrentHashMap<>();
  private final Map<String, String> wellFirst;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final String words;

  /**
   * @param words of a post, said with each failure
   * @param wellFirst what is answered the first time, by the path's end
   */
  EchoingServer(String words, Map<String, String> wellFirst) {
    this.words = words;
    this.wellFirst = Map.copyOf(wellFirst);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that was sent to it: line, headers and body of each call. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String call =
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().entrySet()
              + " "
              + body;
      heard.add(call);
      String path = exchange.getRequestURI().getPath();
      int turn = turns.merge(path, 1, Integer::sum) - 1;
      String well = wellFirst.get(path);
      if (well != null && turn == 0) send(exchange, 200, well);
      else fail(exchange, TURNS.get(turn % TURNS.size()), call);
    }
  }

  private void fail(HttpExchange exchange, int status, String call) throws IOException {
    String echo = (words + " " + call).replace("\\", "/").replace('"', '\'').replace('\n', ' ');
    String json =
        ("{'error':'%1$s','error_description':'%1$s','message':'%1$s','errors':[{'message':'%1$s'}],"
             + "'detail':'%1$s','title':'%1$s'}")
            .replace('\'', '"')
            .formatted(echo);
    send(exchange, status, status == UNREADABLE ? "{\"" + echo : json);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String type = text.startsWith("<") ? "application/xml" : "application/json";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
