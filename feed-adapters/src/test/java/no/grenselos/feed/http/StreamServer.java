package no.grenselos.feed.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.grenselos.feed.ScriptedServer.Canned;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback whose open connections the test holds in its hands: it says when a byte
 * comes, and when none does. Paths with an answer are answered; every other request is a stream,
 * greeted as told.
 */
public final class StreamServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, Queue<Canned>> answers = new ConcurrentHashMap<>();
  private final List<StreamPeer> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<StreamPeer> streams = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
  private volatile String streamPath = "/";
  private volatile Consumer<StreamPeer> greeting = StreamPeer::upgrade;

  public StreamServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread unused = Thread.ofPlatform().daemon().start(this::serve);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** What a stream hears first, from now on. */
  public void greets(Consumer<StreamPeer> how) {
    greeting = how;
  }

  /** Other paths have trouble (503) unless they have an answer. */
  public void streamsAt(String path) {
    streamPath = path;
  }

  /** The answers to a path, in turn; the last is repeated. */
  public void answers(String path, Canned... canned) {
    answers.put(path, new ArrayDeque<>(List.of(canned)));
  }

  /** The stream opened next, or a while ago and not asked for yet. */
  public StreamPeer next() {
    try {
      StreamPeer peer = streams.poll(10, TimeUnit.SECONDS);
      if (peer == null) throw new IllegalStateException("nobody opened a stream");
      return peer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many streams were opened that nobody asked for. */
  public int waiting() {
    return streams.size();
  }

  /** The requests so far to paths that begin so, oldest first, streams included. */
  public List<StreamPeer> asked(String path) {
    return requests.stream().filter(peer -> peer.target().startsWith(path)).toList();
  }

  private void serve() {
    try {
      while (true) {
        Socket accepted = socket.accept();
        sockets.add(accepted);
        Thread unused = Thread.ofPlatform().daemon().start(() -> greet(accepted));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void greet(Socket accepted) {
    try {
      StreamPeer peer = StreamPeer.reading(accepted);
      requests.add(peer);
      Canned canned = canned(peer.target().split("\\?", 2)[0]);
      if (canned != null) {
        peer.answer(canned);
        peer.close();
      } else {
        greeting.accept(peer);
        streams.add(peer);
      }
    } catch (IOException | UncheckedIOException gone) {
      // whoever called hung up
    }
  }

  private synchronized @Nullable Canned canned(String path) {
    Queue<Canned> left = answers.get(path);
    if (left == null) return path.startsWith(streamPath) ? null : Canned.status(503);
    return left.size() > 1 ? left.remove() : left.peek();
  }

  @Override
  public void close() {
    try {
      socket.close();
      synchronized (sockets) {
        for (Socket open : sockets) open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
