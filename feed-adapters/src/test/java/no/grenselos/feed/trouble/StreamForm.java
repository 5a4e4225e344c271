package no.grenselos.feed.trouble;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.grenselos.feed.http.StreamPeer;

/** How messages are written over a connection that stays. */
enum StreamForm {
  /** One message a line, an empty line as heartbeat. */
  LINES {
    @Override
    void begin(StreamPeer peer) {
      peer.begin("application/json; charset=utf-8");
    }

    @Override
    String written(String message) {
      return message + "\r\n";
    }

    @Override
    void beat(StreamPeer peer) {
      peer.send("\r\n");
    }
  },
  /** Server-sent events, written already; a comment as heartbeat. */
  EVENTS {
    @Override
    void begin(StreamPeer peer) {
      peer.begin("text/event-stream; charset=utf-8");
    }

    @Override
    String written(String message) {
      return message;
    }

    @Override
    void beat(StreamPeer peer) {
      peer.send(":thump\n");
    }
  },
  /** A WebSocket, with pings. */
  SOCKET {
    @Override
    void begin(StreamPeer peer) {
      peer.upgrade();
    }

    @Override
    String written(String message) {
      return message;
    }

    @Override
    int say(StreamPeer peer, String message) {
      peer.message(message);
      return 1;
    }

    @Override
    void half(StreamPeer peer, String message) {
      byte[] content = message.getBytes(StandardCharsets.UTF_8);
      peer.send(new byte[] {(byte) 0x81, 126, (byte) (content.length >> 8), (byte) content.length});
      peer.send(Arrays.copyOf(content, content.length / 2));
    }

    @Override
    void beat(StreamPeer peer) {
      peer.frame(0x89, new byte[0]);
    }

    @Override
    void bye(StreamPeer peer) {
      peer.frame(0x88, new byte[] {3, (byte) 0xE9});
    }
  };

  abstract void begin(StreamPeer peer);

  abstract String written(String message);

  abstract void beat(StreamPeer peer);

  /** Says it, and how many things whoever listens hears of it. */
  int say(StreamPeer peer, String message) {
    String written = written(message);
    peer.send(written);
    return (int) written.chars().filter(sign -> sign == '\n').count();
  }

  /** Breaks off within it. */
  void half(StreamPeer peer, String message) {
    String written = written(message);
    peer.send(written.substring(0, written.length() / 2));
  }

  /** Says that nothing follows, where there is a way to. */
  void bye(StreamPeer peer) {}
}
