package no.grenselos.feed.http;

import java.time.Duration;
import java.util.function.Function;
import no.grenselos.feed.Fetch;
import no.grenselos.web.Body;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP request. No variant carries a secret of ours. */
public sealed interface Answer {
  /**
   * 2xx or 304.
   *
   * @param url where it was found in the end
   */
  record Ok(int status, HttpUrl url, Headers headers, Body body) implements Answer {
    /** Whether the network says that no further request is allowed before its reset. */
    public boolean lastAllowed() {
      return isNone(headers.get("x-ratelimit-remaining"))
          || isNone(headers.get("x-rate-limit-remaining"))
          || isNone(headers.get("ratelimit-remaining"));
    }

    private static boolean isNone(@Nullable String left) {
      return left != null && left.matches("0(\\.\\d{1,9})?");
    }
  }

  /** Anything that is not an answer to the question. */
  sealed interface Trouble extends Answer {
    /**
     * @param whenDenied puts a denial into the network's own words
     */
    default Fetch asFetch(Function<Denied, Fetch> whenDenied) {
      return switch (this) {
        case Wait wait -> new Fetch.Wait(wait.time(), wait.reason());
        case Failed failed -> new Fetch.Failed(failed.reason());
        case Denied denied -> whenDenied.apply(denied);
        case NotAllowed not -> new Fetch.Refused(not.reason(), not.whatToDo());
      };
    }
  }

  /** 429, or 503 with a time. */
  record Wait(Duration time, String reason) implements Trouble {}

  /** 5xx, a time-out, a broken connection, an answer too large. */
  record Failed(String reason) implements Trouble {}

  /** Another 4xx. */
  record Denied(int status, Body body) implements Trouble {}

  /** Not even asked: the address is none that a feed may call, or the token is none at all. */
  record NotAllowed(String reason, String whatToDo) implements Trouble {}
}
