package no.grenselos.feed;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.web.Body;

/** A server on loopback that answers what a test tells it; whoever has an HTTP server makes one. */
public interface ScriptedServer extends AutoCloseable {
  URI address();

  /** The answers to the next requests, in turn, whatever is asked; the last one is repeated. */
  void answers(Canned... answers);

  /** The requests so far as {@code /path?query}, oldest first. */
  List<String> requests();

  @Override
  void close();

  /** One answer, ready to be sent. */
  record Canned(int status, Map<String, String> headers, Body body) {
    public static Canned ok(String contentType, Body body) {
      return new Canned(200, Map.of("Content-Type", contentType), body);
    }

    public static Canned status(int status) {
      return new Canned(status, Map.of(), Body.NONE);
    }

    public Canned with(String header, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(header, value);
      return new Canned(status, more, body);
    }
  }
}
