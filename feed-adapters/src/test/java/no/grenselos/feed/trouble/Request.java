package no.grenselos.feed.trouble;

import java.util.List;
import no.grenselos.feed.http.StreamPeer;
import okhttp3.HttpUrl;

/** What was asked. */
record Request(StreamPeer peer, HttpUrl url) {
  static Request of(StreamPeer peer) {
    return new Request(peer, HttpUrl.get("http://127.0.0.1" + peer.target()));
  }

  String path() {
    return url.encodedPath();
  }

  /** The path's part behind the last slash. */
  String last() {
    return url.pathSegments().getLast();
  }

  /** The parameter's value; empty when it is not there. */
  String text(String name) {
    String value = url.queryParameter(name);
    return value == null ? "" : value;
  }

  List<String> texts(String name) {
    return url.queryParameterValues(name).stream().map(String::valueOf).toList();
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  /** The token behind {@code Bearer}; empty without one. */
  String bearer() {
    return peer.header("Authorization").replaceFirst("^Bearer ", "");
  }
}
