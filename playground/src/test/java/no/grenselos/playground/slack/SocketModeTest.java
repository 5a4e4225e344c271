package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.grenselos.playground.slack.delivery.Delivered;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketModeTest extends SlackTest {
  private ApiCaller asApp;

  @BeforeEach
  void openApi() {
    asApp = new ApiCaller(playground.slackApi(), "xapp-playground-app");
  }

  @AfterEach
  void closeApi() {
    asApp.close();
  }

  @Test
  void aSocketIsGreetedAndHearsEventsInEnvelopes() throws Exception {
    Socket socket = connect();
    slack.people().openHome(ANA);

    JsonNode envelope = socket.next();
    assertThat(envelope.path("type").asText()).isEqualTo("events_api");
    assertThat(envelope.at("/payload/event/type").asText()).isEqualTo("app_home_opened");
    assertThat(envelope.path("retry_attempt").asInt()).isZero();
    socket.acknowledge(envelope, "");
    assertThat(slack.await(s -> s.deliveries().stream().anyMatch(Delivered::taken), SOON)).isTrue();
  }

  @Test
  void anEnvelopeThatIsNotAcknowledgedComesAgain() throws Exception {
    slack.retryEvents(List.of(Duration.ZERO));
    Socket socket = connect();
    slack.people().openHome(ANA);
    JsonNode first = socket.next();
    JsonNode second = socket.next();

    assertThat(second.path("retry_attempt").asInt()).isEqualTo(1);
    assertThat(second.path("retry_reason").asText()).isEqualTo("http_timeout");
    assertThat(second.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
    assertThat(second.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
  }

  @Test
  void theAnswerToACommandTravelsInTheAcknowledgement() throws Exception {
    Socket socket = connect();
    Thread person =
        Thread.startVirtualThread(() -> slack.people().command(ANA, GENERAL, "/hi", ""));
    JsonNode envelope = socket.next();
    socket.acknowledge(envelope, ",\"payload\":{\"text\":\"hello\"}");
    person.join();

    assertThat(envelope.path("type").asText()).isEqualTo("slash_commands");
    assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
    assertThat(slack.posts()).hasSize(1);
  }

  @Test
  void aRefreshSendsTheAppAwayAndItComesBack() throws Exception {
    Socket socket = connect();
    slack.refreshSockets();

    assertThat(socket.next().path("reason").asText()).isEqualTo("refresh_requested");
    assertThat(socket.next().path("closed").asBoolean()).isTrue();
    assertThat(slack.sockets()).isZero();
    connect();
    assertThat(slack.sockets()).isEqualTo(1);
  }

  @Test
  void anAddressIsGoodForOneConnection() throws Exception {
    URI address = address();
    connect(address);
    Socket again = new Socket();
    api.http.newWebSocketBuilder().buildAsync(address, again).join();

    assertThat(again.next().path("closed").asBoolean()).isTrue();
    assertThat(slack.sockets()).isEqualTo(1);
  }

  @Test
  void whoeverWaitsForTheAppIsWokenWhenItComes() throws Exception {
    long start = System.nanoTime();
    Thread.startVirtualThread(this::connectQuietly);

    assertThat(slack.await(s -> s.sockets() == 1, Duration.ofSeconds(30))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private void connectQuietly() {
    try {
      connect();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private URI address() throws Exception {
    return URI.create(ok(asApp.form("apps.connections.open")).path("url").asText());
  }

  private Socket connect() throws Exception {
    return connect(address());
  }

  private Socket connect(URI address) throws Exception {
    Socket socket = new Socket();
    socket.webSocket = api.http.newWebSocketBuilder().buildAsync(address, socket).join();
    assertThat(socket.next().path("type").asText()).isEqualTo("hello");
    return socket;
  }

  private static final class Socket implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket webSocket;

    @Override
    public void onOpen(WebSocket socket) {
      socket.request(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        heard.add(Json.parse(part.toString()));
        part.setLength(0);
      }
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add(Json.object().put("closed", true));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add(Json.object().put("closed", true).put("error", error.toString()));
    }

    JsonNode next() throws InterruptedException {
      JsonNode next = heard.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came through the socket");
      }
      return next;
    }

    void acknowledge(JsonNode envelope, String more) {
      String id = envelope.path("envelope_id").asText();
      webSocket.sendText("{\"envelope_id\":\"" + id + "\"" + more + "}", true).join();
    }
  }
}
