package no.grenselos.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import no.grenselos.config.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a Socket Mode connection open, for ever. The kit's own monitor ends silently when {@code
 * apps.connections.open} answers "not ok"; this one does not.
 */
final class SlackSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration OPENING = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final SocketModeApp socket;
  private final CountDownLatch closed = new CountDownLatch(1);

  SlackSocket(App app, Secret token) {
    try {
      socket = new SocketModeApp(token.reveal(), SocketModeClient.Backend.JavaWebSocket, app);
    } catch (IOException e) {
      throw new IllegalStateException("the constructor connects to nothing", e);
    }
  }

  /** Returns at once. */
  void start() {
    Thread.ofPlatform().daemon().name("slack-socket").start(this::keepOpen);
  }

  private void keepOpen() {
    int failures = 0;
    Duration look = Duration.ZERO;
    while (!rest(failures == 0 ? look : backOff(failures))) {
      try {
        look = LOOK;
        if (isOpen()) continue;
        open();
        failures = 0;
        LOG.info("slack socket opened");
      } catch (Exception e) {
        if (closed.getCount() == 0) return;
        failures++;
        LOG.warn(
            "slack socket not opened tries={} reason={}", failures, String.valueOf(e.getMessage()));
      }
    }
  }

  private boolean isOpen() {
    SocketModeClient client = client();
    return client != null && client.verifyConnection();
  }

  private void open() throws Exception {
    SocketModeClient before = client();
    if (before == null) socket.startAsync();
    else before.connectToNewEndpoint();
    SocketModeClient client = client();
    if (client == null) throw new IOException("no connection");
    // one watchman is enough: two would open two connections
    client.setAutoReconnectEnabled(false);
    long end = System.nanoTime() + OPENING.toNanos();
    while (!client.verifyConnection()) {
      if (System.nanoTime() > end || rest(Duration.ofMillis(100))) {
        throw new IOException("did not open in time");
      }
    }
  }

  /** The kit's field is null until the first connection. */
  private @Nullable SocketModeClient client() {
    return socket.getClient();
  }

  /** True when we were closed meanwhile. */
  private boolean rest(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Doubling, up to a minute, and never in step with the other nodes. */
  static Duration backOff(int failures) {
    long full = Math.min(LONGEST_REST.toMillis(), 500L << Math.min(failures, 10));
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }

  @Override
  public void close() {
    closed.countDown();
    SocketModeClient client = client();
    if (client == null) return;
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("slack socket did not close cleanly", e);
    }
  }
}
