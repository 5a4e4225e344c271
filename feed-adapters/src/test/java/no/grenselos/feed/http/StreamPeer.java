package no.grenselos.feed.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.ScriptedServer.Canned;

/** The server's end of one connection, as a test plays it. */
public final class StreamPeer {
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String target;
  private final Map<String, String> headers;
  private final String body;

  private StreamPeer(
      Socket socket, DataInputStream in, String target, Map<String, String> headers, String body)
      throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
    this.target = target;
    this.headers = headers;
    this.body = body;
  }

  /** Reads the request of a connection just accepted. */
  public static StreamPeer reading(Socket socket) throws IOException {
    // or what is sent in small pieces waits for the other side to say that it has the last one
    socket.setTcpNoDelay(true);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    String target = line(in).split(" ", 3)[1];
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      headers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new StreamPeer(socket, in, target, headers, body);
  }

  private static String line(DataInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int sign = in.readUnsignedByte(); sign != '\n'; sign = in.readUnsignedByte()) {
      if (sign != '\r') line.write(sign);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** As {@code /path?query}. */
  public String target() {
    return target;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public String body() {
    return body;
  }

  public void answer(Canned canned) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + canned.status() + " told\r\n");
    canned.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] content = canned.body().bytes();
    head.append("Content-Length: " + content.length + "\r\nConnection: close\r\n\r\n");
    send(head.toString());
    send(content);
  }

  /** A body without end begins. */
  public void begin(String contentType) {
    send("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nConnection: close\r\n\r\n");
  }

  /** A WebSocket begins. */
  public void upgrade() {
    send(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + WebSocketWire.accept(header("Sec-WebSocket-Key"))
            + "\r\n\r\n");
  }

  public void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole message over the WebSocket. */
  public void message(String text) {
    frame(0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param first byte of the frame: its last bit says whether the message ends with it
   */
  public void frame(int first, byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (content.length < 126) {
      frame.write(content.length);
    } else {
      frame.write(127);
      for (int shift = 56; shift >= 0; shift -= 8)
        frame.write((int) ((long) content.length >> shift));
    }
    frame.writeBytes(content);
    send(frame.toByteArray());
  }

  /** The kind and the content of a frame that the client sent, unmasked. */
  public String heard() {
    try {
      int kind = in.readUnsignedByte() & 0x0F;
      byte[] content = new byte[in.readUnsignedByte() & 0x7F];
      byte[] mask = in.readNBytes(4);
      in.readFully(content);
      for (int i = 0; i < content.length; i++) content[i] ^= mask[i % 4];
      return kind + " " + new String(content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the client hung up. */
  public void awaitEnd() {
    try {
      socket.setSoTimeout(5000);
      while (in.read() >= 0) continue;
    } catch (SocketTimeoutException e) {
      throw new IllegalStateException("the client did not hang up", e);
    } catch (IOException reset) {
      // an end as well
    }
  }

  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
