package no.grenselos.feed.trouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import no.grenselos.feed.http.StreamPeer;

/** A server on loopback that can go away and come back at the same address. */
final class Front implements AutoCloseable {
  /** Keeps the port while nobody listens, so that nobody else gets it. */
  private final Socket place = new Socket();

  private final Consumer<StreamPeer> serving;
  private volatile Optional<Throwable> fault = Optional.empty();
  private Optional<ServerSocket> listening = Optional.empty();
  private Optional<Thread> listener = Optional.empty();

  /**
   * @param serving answers one request and closes its connection, or keeps it
   */
  Front(Consumer<StreamPeer> serving) throws IOException {
    this.serving = serving;
    place.setReuseAddress(true);
    place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    away(false);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + place.getLocalPort());
  }

  /** Whether connections are refused from now on. */
  void away(boolean now) throws IOException {
    if (now == listening.isEmpty()) return;
    if (now) {
      listening.get().close();
      listening = Optional.empty();
      awaitEnd();
    } else {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), place.getLocalPort()), 50);
      listening = Optional.of(socket);
      listener =
          Optional.of(
              Thread.ofPlatform()
                  .daemon()
                  .uncaughtExceptionHandler((thread, thrown) -> fault = Optional.of(thrown))
                  .start(() -> serve(socket)));
    }
  }

  /** The address is in use as long as somebody waits there. */
  private void awaitEnd() {
    try {
      if (listener.isPresent()) listener.get().join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      Socket accepted;
      try {
        accepted = socket.accept();
      } catch (IOException away) {
        return;
      }
      try {
        serving.accept(StreamPeer.reading(accepted));
      } catch (IOException | UncheckedIOException gone) {
        // whoever called hung up
      }
    }
  }

  /** What was wrong with the test itself. */
  void check() {
    fault.ifPresent(thrown -> {
      throw new AssertionError("the stand-in broke", thrown);
    });
  }

  @Override
  public void close() throws IOException {
    away(true);
    place.close();
  }
}
