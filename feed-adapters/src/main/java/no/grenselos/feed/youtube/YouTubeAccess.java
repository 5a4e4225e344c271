package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.time.OnwardClock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The access token of our channel, kept in memory until a minute before it ends (Google gives an
 * hour; developers.google.com/identity/protocols/oauth2/web-server, "Refreshing an access token").
 * Safe for many threads; one of them asks.
 */
final class YouTubeAccess {
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final long LONGEST = 86_400;

  private final FeedClient client;
  private final HttpUrl address;
  private final Map<String, String> grant;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private @Nullable Granted granted;

  /** A token, or why there is none. */
  sealed interface Access {}

  record Granted(Secret token, Instant until) implements Access {}

  record Not(Answer.Trouble trouble) implements Access {}

  YouTubeAccess(
      FeedClient client,
      YouTubeSettings settings,
      Secret clientSecret,
      Secret refreshToken,
      Clock clock) {
    this.client = client;
    this.address = settings.auth().newBuilder().addPathSegment("token").build();
    this.grant =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", settings.clientId(),
            "client_secret", clientSecret.reveal(),
            "refresh_token", refreshToken.reveal());
    this.clock = new OnwardClock(clock);
  }

  Access token() {
    asking.lock();
    try {
      if (granted != null && clock.instant().isBefore(granted.until())) return granted;
      Access asked = ask();
      granted = asked instanceof Granted fresh ? fresh : null;
      return asked;
    } finally {
      asking.unlock();
    }
  }

  /** After a 401: a token may end before its time. */
  void forget(Granted refused) {
    asking.lock();
    try {
      if (refused.equals(granted)) granted = null;
    } finally {
      asking.unlock();
    }
  }

  private Access ask() {
    return switch (client.postForm(address, Map.of(), grant)) {
      case Answer.Ok ok -> granted(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Denied denied -> new Not(refused(denied));
      case Answer.Trouble trouble -> new Not(trouble);
    };
  }

  private Access granted(JsonNode answer) {
    String token = Json.text(answer, "access_token");
    if (token.isBlank()) return new Not(new Answer.Failed("Google's answer holds no token"));
    long seconds = Math.clamp(answer.path("expires_in").asLong(), 0, LONGEST);
    return new Granted(new Secret(token), clock.instant().plusSeconds(seconds).minus(EARLY));
  }

  private static Answer.Trouble refused(Answer.Denied denied) {
    JsonNode error = Json.parse(denied.body().bytes()).orElseGet(Json::object);
    return Json.text(error, "error").equals("invalid_grant")
        ? new Answer.NotAllowed(
            "Google does not accept the refresh token any more",
            "Let our channel authorise the app again, with the scope youtube.force-ssl, and set"
                + " YOUTUBE_REFRESH_TOKEN. Tokens of an app in testing end after a week.")
        : new Answer.NotAllowed(
            "Google does not accept the app (" + denied.status() + ")",
            "Check `client-id` and YOUTUBE_CLIENT_SECRET in the Google Cloud console.");
  }
}
