package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the app of events, and again when it did not take them: at once, after a minute, after five
 * (docs.slack.dev, Events API, retries). Each event has its own virtual thread, so an app that
 * answers slowly hears them in any order, as from Slack.
 */
public final class EventSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventSender.class);

  private static final List<Duration> SLACKS_OWN =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  private final AppLine line;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("slack-event-", 1).factory());
  private volatile List<Duration> schedule = SLACKS_OWN;

  public EventSender(AppLine line) {
    this.line = line;
  }

  /** The waits before each further attempt, for tests that cannot wait five minutes. */
  public void schedule(List<Duration> waits) {
    schedule = List.copyOf(waits);
  }

  /** Returns at once. */
  public void send(ObjectNode event) {
    ToApp told = new ToApp(ToApp.Kind.EVENT, event);
    int copies = line.faults().takeTwice() ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      try {
        threads.execute(() -> deliver(told));
      } catch (RejectedExecutionException e) {
        log.debug("event not sent, playground closes event={}", told.eventId());
      }
    }
  }

  private void deliver(ToApp told) {
    try {
      Attempt attempt = Attempt.FIRST;
      AppAnswer answer = line.send(told, attempt);
      for (Duration wait : schedule) {
        if (!(answer instanceof AppAnswer.NotTaken missed) || !missed.again()) {
          return;
        }
        Thread.sleep(wait);
        attempt = attempt.next(missed.reason());
        answer = line.send(told, attempt);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
