package no.grenselos.app.web.console.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.config.ConfigProblem;
import no.grenselos.revise.Checked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at drafts while somebody types: at two at a time, and for as long as typing can wait. To
 * save takes a whole look in any case.
 */
final class Glance implements AutoCloseable {
  /** In UTF-16 units, all files of the form together. */
  static final int MOST = 1_500_000;

  private static final int AT_ONCE = 2;
  private static final long PATIENCE_MS = 3_000;
  private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

  private final RuleDesk desk;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("grenselos-glance-", 0).factory());

  Glance(RuleDesk desk) {
    this.desk = desk;
  }

  Seen at(Map<String, String> files, long length) {
    if (length > MOST) return new Seen.TooLong(MOST);
    if (!places.tryAcquire()) return new Seen.Later();
    CompletableFuture<Seen> look =
        CompletableFuture.supplyAsync(() -> looked(files), workers)
            .whenComplete((seen, failure) -> places.release());
    try {
      return look.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException later) {
      return new Seen.Later();
    } catch (ExecutionException e) {
      LOG.error("draft not looked at", e);
      return new Seen.Later();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Seen.Later();
    }
  }

  private Seen looked(Map<String, String> files) {
    Checked checked = desk.check(files);
    List<ConfigProblem> shown = checked.book().map(desk::shownByPosts).orElse(List.of());
    return Seen.Looked.of(checked, shown);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
