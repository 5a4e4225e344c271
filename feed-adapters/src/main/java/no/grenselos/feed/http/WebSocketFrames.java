package no.grenselos.feed.http;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;
import okio.Socket;

/** The client's side of RFC 6455, section 5: reads messages, answers pings, sends nothing else. */
final class WebSocketFrames implements Frames {
  private static final int CONTINUED = 0;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MOST_CONTROL = 125;
  private static final Heard.End BROKEN =
      new Heard.End("the server does not keep to the WebSocket protocol");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Socket socket;
  private final BufferedSource source;
  private final BufferedSink sink;
  private final ReentrantLock writing = new ReentrantLock();
  private final Buffer message = new Buffer();
  private boolean within;
  private boolean whole = true;

  WebSocketFrames(Socket socket) {
    this.socket = socket;
    this.source = Okio.buffer(socket.getSource());
    this.sink = Okio.buffer(socket.getSink());
  }

  @Override
  public Heard next() throws IOException {
    int first = source.readByte() & 0xFF;
    int second = source.readByte() & 0xFF;
    long length = length(second & 0x7F);
    // a server masks nothing, and we agreed on no extension that could use the reserved bits
    if ((first & 0x70) != 0 || (second & 0x80) != 0 || length < 0) return BROKEN;
    boolean last = (first & 0x80) != 0;
    int kind = first & 0x0F;
    return kind >= CLOSE ? control(kind, last, length) : data(kind, last, length);
  }

  private long length(int told) throws IOException {
    return switch (told) {
      case 126 -> source.readShort() & 0xFFFF;
      case 127 -> source.readLong();
      default -> told;
    };
  }

  private Heard data(int kind, boolean last, long length) throws IOException {
    if (kind > BINARY || within == (kind != CONTINUED)) return BROKEN;
    within = !last;
    if (whole && length <= LiveFrame.MOST - message.size()) {
      source.readFully(message, length);
    } else {
      whole = false;
      source.skip(length);
    }
    if (!last) return new Heard.Part();
    Heard.Frame frame = new Heard.Frame(new LiveFrame(message.readByteArray(), whole));
    whole = true;
    return frame;
  }

  private Heard control(int kind, boolean last, long length) throws IOException {
    if (!last || length > MOST_CONTROL) return BROKEN;
    byte[] content = source.readByteArray(length);
    switch (kind) {
      case CLOSE -> {
        send(CLOSE, content);
        return new Heard.End("the server closed the connection" + code(content));
      }
      case PING -> send(PONG, content);
      case PONG -> {
        // the sign of life that we asked for
      }
      default -> {
        return BROKEN;
      }
    }
    return new Heard.Beat();
  }

  private static String code(byte[] content) {
    if (content.length < 2) return "";
    return " (" + (((content[0] & 0xFF) << 8) | (content[1] & 0xFF)) + ")";
  }

  @Override
  public void ask() throws IOException {
    send(PING, new byte[0]);
  }

  @Override
  public void cancel() {
    socket.cancel();
  }

  @Override
  public void close() {
    // both, or OkHttp holds the connection for one in use that somebody forgot
    writing.lock();
    try {
      for (Closeable end : List.of(source, sink)) {
        try {
          end.close();
        } catch (IOException gone) {
          // it is closed all the same
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private void send(int kind, byte[] content) throws IOException {
    byte[] mask = new byte[4];
    RANDOM.nextBytes(mask);
    writing.lock();
    try {
      if (!sink.isOpen()) throw new IOException("closed");
      sink.writeByte(0x80 | kind).writeByte(0x80 | content.length).write(mask);
      for (int i = 0; i < content.length; i++) sink.writeByte(content[i] ^ mask[i % 4]);
      sink.flush();
    } finally {
      writing.unlock();
    }
  }
}
