package no.grenselos.app.calendar;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.grenselos.config.Secret;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Gets a calendar from its address, which is a secret: whoever has it can read the calendar. So it
 * stands in no text that is told. Calls no private address, waits {@link #PATIENCE} at most, and
 * reads no more than a calendar may be long. Safe for many threads.
 */
final class CalendarFetch {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A character takes at most three bytes for each of its UTF-16 units. */
  private static final long MOST_BYTES = 3L * Ics.LONGEST;

  private static final String INSIDE = "its address is in a private network, which is not called";

  private final OkHttpClient client;
  private final boolean anywhere;

  /**
   * @param anywhere whether plain HTTP and this machine are fine: tests only
   */
  CalendarFetch(boolean anywhere) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .connectTimeout(PATIENCE.dividedBy(2))
            .followSslRedirects(false);
    if (!anywhere) {
      OpenAddresses guard = new OpenAddresses();
      builder.dns(guard).addNetworkInterceptor(guard);
    }
    this.client = builder.build();
    this.anywhere = anywhere;
  }

  /** What came of it. */
  sealed interface Fetched {
    record Text(String ics) implements Fetched {}

    /**
     * @param reason in plain words, without the address
     */
    record Failed(String reason) implements Fetched {}
  }

  Fetched get(Secret address) {
    // webcal: is what calendars show where https: is meant
    String text = address.reveal().strip().replaceFirst("(?i)^webcals?://", "https://");
    HttpUrl url = HttpUrl.parse(text);
    if (url == null || !(url.isHttps() || anywhere)) {
      return new Fetched.Failed("its address is no https address");
    }
    if (!anywhere && OpenAddresses.closed(url.host())) return new Fetched.Failed(INSIDE);
    try (Response response = client.newCall(request(url)).execute()) {
      if (!response.isSuccessful()) return new Fetched.Failed("HTTP " + response.code());
      return text(response.body().source());
    } catch (InterruptedIOException e) {
      return new Fetched.Failed("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (OpenAddresses.Refused e) {
      return new Fetched.Failed(INSIDE);
    } catch (IOException e) {
      // the class alone: a message may quote the address
      return new Fetched.Failed("cannot be reached: " + e.getClass().getSimpleName());
    }
  }

  private static Request request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("Accept", "text/calendar")
        .header("User-Agent", "Grenselos")
        .build();
  }

  private static Fetched text(BufferedSource body) throws IOException {
    Buffer kept = new Buffer();
    while (body.read(kept, 65_536) != -1) {
      if (kept.size() > MOST_BYTES) return new Fetched.Failed("has more than 1.5 MB");
    }
    return new Fetched.Text(kept.readString(StandardCharsets.UTF_8));
  }
}
