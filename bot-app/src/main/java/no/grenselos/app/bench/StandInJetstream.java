package no.grenselos.app.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server of Jetstream's: says yes to every WebSocket (RFC 6455), and sends it what it is given,
 * as fast as it is read.
 */
final class StandInJetstream implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int WHOLE_TEXT = 0x81;

  private final ServerSocket door;
  private final StandInThreads threads;
  private final CountDownLatch listened = new CountDownLatch(1);
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();

  StandInJetstream(StandInThreads threads) {
    this.threads = threads;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.newThread(this::listen).start();
  }

  /** Where it stands, as a setting. */
  String host() {
    return "ws://127.0.0.1:" + door.getLocalPort() + "/subscribe";
  }

  /** Events as they travel. */
  static byte[] framed(List<byte[]> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] event : events) {
      bytes.write(WHOLE_TEXT);
      if (event.length < 126) {
        bytes.write(event.length);
      } else {
        // none of ours is larger than two bytes can say
        bytes.write(126);
        bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) event.length).array());
      }
      bytes.writeBytes(event);
    }
    return bytes.toByteArray();
  }

  /** Sends what was {@link #framed}. */
  void send(byte[] frames) {
    waiting.add(frames);
  }

  /** Waits a second for the first listener; whether there was one. */
  boolean isListenedTo() throws InterruptedException {
    return listened.await(1, TimeUnit.SECONDS);
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = door.accept();
        threads.newThread(() -> serve(socket)).start();
      }
    } catch (SocketException e) {
      // closed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      out.write(welcome(key(socket)).getBytes(StandardCharsets.US_ASCII));
      listened.countDown();
      while (true) out.write(waiting.take());
    } catch (IOException e) {
      // whoever listened is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String key(Socket socket) throws IOException {
    BufferedReader head =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String key = "";
    for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
      if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
        key = line.substring(18).strip();
    }
    return key;
  }

  private static String welcome(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: "
          + Base64.getEncoder().encodeToString(hash)
          + "\r\n\r\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.end();
    }
  }
}
