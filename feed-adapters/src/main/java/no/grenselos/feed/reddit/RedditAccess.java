package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.time.OnwardClock;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The access token, kept in memory until a minute before it ends (Reddit gives an hour). With a
 * refresh token we act as our account, without one as an app that may read what is public
 * (github.com/reddit-archive/reddit/wiki/OAuth2). Safe for many threads; one of them asks.
 */
final class RedditAccess {
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final long LONGEST = 86_400;

  private final FeedClient client;
  private final HttpUrl address;
  private final String userAgent;
  private final String clientId;
  private final Optional<Secret> clientSecret;
  private final Optional<Secret> refreshToken;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private @Nullable Granted granted;

  /** A token, or why there is none. */
  sealed interface Access {}

  record Granted(Secret token, Instant until) implements Access {}

  record Not(Answer.Trouble trouble) implements Access {}

  RedditAccess(
      FeedClient client,
      RedditSettings settings,
      Optional<Secret> clientSecret,
      Optional<Secret> refreshToken,
      Clock clock) {
    this.client = client;
    this.address = settings.auth().newBuilder().addPathSegments("api/v1/access_token").build();
    this.userAgent = settings.userAgent();
    this.clientId = settings.clientId();
    this.clientSecret = clientSecret;
    this.refreshToken = refreshToken;
    this.clock = new OnwardClock(clock);
  }

  /** Whether we act as our account, which the inbox and answers need. */
  boolean asAccount() {
    return refreshToken.isPresent();
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
    if (clientSecret.isEmpty()) {
      return new Not(
          new Answer.NotAllowed(
              "Reddit shows nothing without a token",
              "Make an app on reddit.com/prefs/apps, write its id as `client-id` and set"
                  + " REDDIT_CLIENT_SECRET to its secret."));
    }
    Map<String, String> grant =
        refreshToken
            .map(token -> Map.of("grant_type", "refresh_token", "refresh_token", token.reveal()))
            .orElseGet(() -> Map.of("grant_type", "client_credentials"));
    Map<String, String> headers =
        Map.of(
            "Authorization",
            Credentials.basic(clientId, clientSecret.get().reveal()),
            "User-Agent",
            userAgent);
    return switch (client.postForm(address, headers, grant)) {
      case Answer.Ok ok -> granted(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Denied denied -> new Not(refused(denied));
      case Answer.Trouble trouble -> new Not(trouble);
    };
  }

  /** Reddit says {@code invalid_grant} with status 200 as well. */
  private Access granted(JsonNode answer) {
    String token = Json.text(answer, "access_token");
    if (!token.isBlank()) {
      long seconds = Math.clamp(answer.path("expires_in").asLong(), 0, LONGEST);
      return new Granted(new Secret(token), clock.instant().plusSeconds(seconds).minus(EARLY));
    }
    return answer.hasNonNull("error")
        ? new Not(refusedGrant())
        : new Not(new Answer.Failed("Reddit's answer holds no token"));
  }

  private Answer.Trouble refused(Answer.Denied denied) {
    if (denied.status() == 400) return refusedGrant();
    return new Answer.NotAllowed(
        "Reddit does not accept the app (" + denied.status() + ")",
        "Check `client-id` and REDDIT_CLIENT_SECRET on reddit.com/prefs/apps.");
  }

  private Answer.Trouble refusedGrant() {
    return asAccount()
        ? new Answer.NotAllowed(
            "Reddit does not accept the refresh token",
            "Let the account authorise the app again, with duration permanent and the scopes read,"
                + " privatemessages, history and submit, and set REDDIT_REFRESH_TOKEN.")
        : new Answer.NotAllowed(
            "Reddit gives this app no token of its own",
            "Make an app of the type web app or script on reddit.com/prefs/apps.");
  }
}
