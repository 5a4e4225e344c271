package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network may not make us do. 127.0.0.1 stands for the internet here, 127.0.0.2 for us. */
class FeedClientTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final int MEGABYTE = 1 << 20;

  private final List<String> inside = new CopyOnWriteArrayList<>();
  private final FeedClient client =
      new FeedClient(
          Optional.of(new PublicAddresses(FeedClientTest::isOutside)),
          Duration.ofSeconds(20),
          CLOCK);
  private HttpServer outsideServer;
  private HttpServer insideServer;

  private static boolean isOutside(InetAddress address) {
    return address.getHostAddress().equals("127.0.0.1");
  }

  @BeforeEach
  void start() throws IOException {
    outsideServer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    insideServer = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    insideServer.createContext(
        "/",
        exchange -> {
          inside.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    outsideServer.start();
    insideServer.start();
  }

  @AfterEach
  void stop() {
    client.close();
    outsideServer.stop(0);
    insideServer.stop(0);
  }

  private HttpUrl address(String path) {
    return HttpUrl.get("http://127.0.0.1:" + outsideServer.getAddress().getPort() + path);
  }

  private String insideAddress() {
    return "http://127.0.0.2:" + insideServer.getAddress().getPort() + "/metadata";
  }

  private void redirects(String path, String location) {
    outsideServer.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private Answer get(String path) {
    return client.get(address(path), Map.of());
  }

  @Test
  void theAddressIsCheckedOnEveryHop() {
    redirects("/first", "/second");
    redirects("/second", insideAddress());

    assertThat(get("/first")).isInstanceOf(Answer.NotAllowed.class);
    assertThat(client.get(HttpUrl.get(insideAddress()), Map.of()))
        .isInstanceOf(Answer.NotAllowed.class);
    assertThat(inside).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "jar:http://127.0.0.1!/x",
        "http://",
        ""
      })
  void redirectsLeadToHttpOnly(String location) {
    redirects("/", location);

    assertThat(get("/")).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void aSmallAnswerThatGrowsWithoutEndIsRefused() throws IOException {
    byte[] bomb = bomb(400);
    assertThat(bomb.length).isLessThan(MEGABYTE);
    outsideServer.createContext("/", exchange -> zipped(exchange, bomb));

    assertThat(get("/")).isEqualTo(new Answer.Failed("the answer is larger than 8 MB"));
  }

  private static byte[] bomb(int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < megabytes; i++) zip.write(new byte[MEGABYTE]);
    }
    return bytes.toByteArray();
  }

  private static void zipped(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException e) {
      assertThat(e).as("the client has seen enough").isNotNull();
    }
  }
}
