package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.ScriptedServer.Canned;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketFramesTest {
  private static final int TEXT = 1;
  private static final int LAST = 0x80;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StreamServer server = new StreamServer();
  private final HandClock clock = new HandClock();
  private final FeedClient client =
      new FeedClient(new FeedContext(clock, name -> Optional.empty(), true), PATIENCE);

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private Opening open() {
    return client.open(
        HttpUrl.get(server.address()),
        Map.of(),
        Wire.webSocket("one.two"),
        Liveness.of(Duration.ofMinutes(1)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> heard(LiveConnection connection) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    int unused =
        connection.take(
            10, PATIENCE, frame -> !heard.add(new String(frame.bytes(), StandardCharsets.UTF_8)));
    return heard;
  }

  private static String ended(LiveConnection connection) throws InterruptedException {
    assertThat(heard(connection)).isEmpty();
    return connection.ended().orElseThrow();
  }

  @Test
  void theRequestIsWhatTheProtocolDemands() {
    open();

    StreamPeer peer = server.next();
    assertThat(peer.header("Upgrade")).isEqualTo("websocket");
    assertThat(peer.header("Sec-WebSocket-Version")).isEqualTo("13");
    assertThat(peer.header("Sec-WebSocket-Protocol")).isEqualTo("one.two");
    assertThat(peer.header("Sec-WebSocket-Key")).hasSize(24);
    assertThat(peer.header("Sec-WebSocket-Extensions")).isEmpty();
    assertThat(WebSocketWire.accept("dGhlIHNhbXBsZSBub25jZQ=="))
        .as("RFC 6455, section 1.3")
        .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  }

  @Test
  void partsBecomeOneMessageAndAPingBetweenThemIsAnswered() throws Exception {
    LiveConnection connection = ((Opening.Open) open()).connection();
    StreamPeer peer = server.next();

    peer.frame(TEXT, bytes("one "));
    peer.frame(LAST | 9, bytes("there?"));
    peer.frame(0, bytes("two "));
    peer.frame(LAST, bytes("three"));

    assertThat(heard(connection)).containsExactly("one two three");
    assertThat(peer.heard()).isEqualTo("10 there?");
  }

  @Test
  void aSilentServerIsAskedAndItsAnswerIsASignOfLife() throws Exception {
    LiveConnection connection = ((Opening.Open) open()).connection();
    StreamPeer peer = server.next();
    clock.forward(Duration.ofSeconds(31));

    assertThat(connection.ended()).isEmpty();
    assertThat(peer.heard()).isEqualTo("9 ");
    peer.frame(LAST | 10, bytes(""));
    peer.message("alive");
    assertThat(heard(connection)).containsExactly("alive");
    clock.forward(Duration.ofSeconds(31));

    assertThat(connection.ended()).isEmpty();
  }

  @Test
  void aCloseIsAnsweredAndToldByItsNumberOnly() throws Exception {
    LiveConnection connection = ((Opening.Open) open()).connection();
    StreamPeer peer = server.next();

    peer.frame(LAST | 8, bytes("\u0003\u00e9 some words"));

    assertThat(ended(connection))
        .startsWith("the server closed the connection (")
        .doesNotContain("words");
    assertThat(peer.heard()).startsWith("8 ");
  }

  @Test
  void whatIsAgainstTheProtocolEndsTheConnection() throws Exception {
    List<byte[]> broken =
        List.of(
            new byte[] {(byte) 0xC1, 1, 'x'}, // compressed, which we did not agree on
            new byte[] {(byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 'x'}, // masked
            new byte[] {(byte) 0x80, 1, 'x'}, // goes on with nothing
            new byte[] {0x01, 1, 'x', (byte) 0x81, 1, 'y'}, // begins within another
            new byte[] {(byte) 0x83, 0}, // of no known kind
            new byte[] {(byte) 0x8B, 0},
            new byte[] {0x09, 0}, // a ping in parts
            new byte[] {(byte) 0x89, 126, 0, 126}, // a ping too long
            new byte[] {(byte) 0x81, 127, -1, 0, 0, 0, 0, 0, 0, 0}); // longer than can be
    for (byte[] bytes : broken) {
      LiveConnection connection = ((Opening.Open) open()).connection();
      StreamPeer peer = server.next();

      peer.send(bytes);

      assertThat(ended(connection)).isEqualTo("the server does not keep to the WebSocket protocol");
      peer.awaitEnd();
    }
  }

  @Test
  void anAnswerThatIsNoUpgradeIsNone() {
    List<String> answers =
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 101 Go\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: another\r\n\r\n",
            "HTTP/1.1 101 Go\r\nUpgrade: chat\r\nConnection: Upgrade\r\n\r\n");
    for (String answer : answers) {
      server.greets(peer -> peer.send(answer));

      assertThat(open()).isInstanceOf(Opening.Not.class);
    }
    server.greets(peer -> peer.answer(Canned.status(404)));
    assertThat(open())
        .isInstanceOfSatisfying(
            Opening.Not.class, not -> assertThat(not.withoutStream()).isPresent());
  }
}
