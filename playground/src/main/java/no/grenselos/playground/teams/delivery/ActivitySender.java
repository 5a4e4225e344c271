package no.grenselos.playground.teams.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the bot of messages and events, and again with the same id when it did not answer in time
 * or failed: after one, five and fifteen seconds (Teams resends, but says not when:
 * MicrosoftDocs/msteams-docs issue 6084). Each activity has its own thread, so a bot that answers
 * slowly hears them in any order, as from Teams.
 */
public final class ActivitySender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ActivitySender.class);

  private static final List<Duration> USUAL =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));

  private final BotLine line;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("teams-activity-", 1).factory());
  private volatile List<Duration> schedule = USUAL;

  public ActivitySender(BotLine line) {
    this.line = line;
  }

  /** The waits before each further attempt, for tests that cannot wait. */
  public void schedule(List<Duration> waits) {
    schedule = List.copyOf(waits);
  }

  /** Returns at once; may be called inside the tenant's lock. */
  public void send(ObjectNode activity) {
    int copies = line.faults().takeTwice() ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      try {
        threads.execute(() -> deliver(activity));
      } catch (RejectedExecutionException e) {
        log.debug("activity not sent, playground closes id={}", activity.path("id").asText());
      }
    }
  }

  private void deliver(ObjectNode activity) {
    try {
      int attempt = 0;
      BotAnswer answer = line.send(activity, attempt);
      for (Duration wait : schedule) {
        if (!(answer instanceof BotAnswer.NotTaken missed) || !missed.again()) {
          return;
        }
        Thread.sleep(wait);
        answer = line.send(activity, ++attempt);
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
