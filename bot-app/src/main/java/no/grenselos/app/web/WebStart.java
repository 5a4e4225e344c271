package no.grenselos.app.web;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.wiring.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * A web server that is made ready on a thread of its own while what it is to open is being opened
 * itself: each takes half a second and more. It listens once it is given that, and not before.
 * Closing it ends what was begun and never given anything; a server that listens is its taker's.
 */
public final class WebStart implements AutoCloseable {
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().daemon().name("web-start").start(task);

  private final CompletableFuture<Doors> doors = new CompletableFuture<>();
  private final CompletableFuture<Console> console = new CompletableFuture<>();
  private final @Nullable Integer port;
  private @Nullable CompletableFuture<WebServer> server;

  /**
   * @param port in place of the settings'; null for theirs
   */
  public WebStart(@Nullable Integer port) {
    this.port = port;
  }

  /**
   * Begins; returns at once.
   *
   * @param loopbackOnly as of {@link Doors}
   */
  public void begin(AppSettings settings, Set<String> loopbackOnly) {
    int on = port == null ? settings.port() : port;
    String address = Doors.address(settings.listen(), loopbackOnly);
    server =
        CompletableFuture.supplyAsync(
            () -> WebServer.start(doors::join, console::join, settings.console(), address, on),
            BESIDE);
  }

  /**
   * Waits until it listens.
   *
   * @throws CannotStart when the port is taken
   */
  public WebServer listen(Doors toOpen, Console toShow) {
    doors.complete(toOpen);
    console.complete(toShow);
    try {
      return Objects.requireNonNull(server, "not begun").join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }

  /** Returns when nothing of it runs any more, but for a server that listens. */
  @Override
  public void close() {
    doors.cancel(false);
    console.cancel(false);
    if (server != null) server.handle((done, failure) -> done).join();
  }
}
