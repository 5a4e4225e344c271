package no.grenselos.playground.stage;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The happenings as server-sent events. Each reader has a queue and its own (virtual) thread, so
 * that a slow browser delays nobody. It resumes after the {@code Last-Event-ID} header, or after
 * the {@code after} parameter, which the page takes from {@code /play/state}.
 */
public final class HappeningStream implements AutoCloseable {
  private static final long KEEP_ALIVE_SECONDS = 15;
  private static final Happening END = new Happening(-1, "end", Json.object());

  private final Happenings happenings;
  private final Set<BlockingQueue<Happening>> readers = ConcurrentHashMap.newKeySet();

  public HappeningStream(Happenings happenings) {
    this.happenings = happenings;
  }

  /** Serves one reader until it goes away or the stream is closed. */
  public void serve(SseClient client) {
    BlockingQueue<Happening> queue = new LinkedBlockingQueue<>();
    readers.add(queue);
    Runnable stop = happenings.listen(resumeAfter(client), queue::add);
    client.onClose(() -> queue.add(END));
    try {
      client.sendComment("open");
      pump(queue, client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop.run();
      leave(queue);
    }
  }

  private static void pump(BlockingQueue<Happening> queue, SseClient client)
      throws InterruptedException {
    while (!client.terminated()) {
      Happening next = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        client.sendComment("still here");
      } else if (next.id() == END.id()) {
        return;
      } else {
        client.sendEvent(next.kind(), next.details().toString(), Long.toString(next.id()));
      }
    }
  }

  private long resumeAfter(SseClient client) {
    String header = client.ctx().header("Last-Event-ID");
    return number(header != null ? header : client.ctx().queryParam("after"));
  }

  private long number(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,18}")) {
      return happenings.lastId();
    }
    return Long.parseLong(text);
  }

  private synchronized void leave(BlockingQueue<Happening> queue) {
    readers.remove(queue);
    notifyAll();
  }

  /**
   * Ends all streams and waits a second for the readers to leave, so that the server stops clean.
   */
  @Override
  public synchronized void close() {
    readers.forEach(queue -> queue.add(END));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    try {
      while (!readers.isEmpty() && System.nanoTime() < end) {
        wait(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
