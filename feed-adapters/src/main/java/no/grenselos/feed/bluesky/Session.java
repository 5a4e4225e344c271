package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.time.OnwardClock;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Signed in to one account, once for all feeds and the publisher of an entry. Opening is limited to
 * 30 in five minutes and 300 a day (docs.bsky.app, Rate Limits), so a session is kept in memory and
 * refreshed, and opened at most every five minutes whatever happens. Safe for many threads; nobody
 * waits longer than half a second for another's opening.
 */
final class Session {
  private static final Duration BETWEEN_OPENINGS = Duration.ofMinutes(5);
  private static final long PATIENCE_MS = 500;

  private final HttpUrl service;
  private final String handle;
  private final Optional<Secret> password;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Instant earliest = Instant.EPOCH;
  private Opening last = new Not(new Answer.Failed("not yet opened"));

  /** Whether we are signed in. */
  sealed interface Opening {}

  /**
   * @param did the account's, for good
   */
  record Open(Secret access, Secret refresh, String did) implements Opening {}

  record Not(Answer.Trouble trouble) implements Opening {}

  Session(HttpUrl service, String handle, Optional<Secret> password, Clock clock) {
    this.service = service;
    this.handle = handle;
    this.password = password;
    this.clock = new OnwardClock(clock);
  }

  HttpUrl service() {
    return service;
  }

  /** The session there is, opened through the client where there is none. */
  Opening current(FeedClient client) {
    return alone(() -> last instanceof Open open ? open : opened(client));
  }

  /** A session after the network took no longer what {@code stale} has. */
  Opening after(Open stale, FeedClient client) {
    return alone(() -> {
      if (last instanceof Open other && !other.equals(stale)) return other;
      Answer answer = client.post(method("refreshSession"), bearer(stale.refresh()), Body.NONE);
      return switch (answer) {
        case Answer.Ok ok -> kept(ok);
        case Answer.Denied denied -> opened(client);
        case Answer.Trouble trouble -> new Not(trouble);
      };
    });
  }

  static Map<String, String> bearer(Secret token) {
    return Map.of("Authorization", "Bearer " + token.reveal());
  }

  private Opening alone(Supplier<Opening> doing) {
    try {
      if (!lock.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        return new Not(new Answer.Wait(Duration.ofSeconds(1), "another feed is signing in"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Not(new Answer.Failed("interrupted"));
    }
    try {
      return doing.get();
    } finally {
      lock.unlock();
    }
  }

  private Opening opened(FeedClient client) {
    if (password.isEmpty()) return new Not(advice("BLUESKY_APP_PASSWORD is not set"));
    Duration early = Duration.between(clock.instant(), earliest);
    if (early.isPositive()) {
      return last instanceof Not not
          ? not
          : new Not(new Answer.Wait(early, "signs in at most every five minutes"));
    }
    JsonNode who = Json.object().put("identifier", handle).put("password", password.get().reveal());
    return switch (client.post(method("createSession"), Map.of(), Json.body(who))) {
      case Answer.Ok ok -> {
        earliest = clock.instant().plus(BETWEEN_OPENINGS);
        yield kept(ok);
      }
      case Answer.Denied denied -> {
        earliest = clock.instant().plus(BETWEEN_OPENINGS);
        last = new Not(refusal(denied));
        yield last;
      }
      case Answer.Trouble trouble -> new Not(trouble);
    };
  }

  private Opening kept(Answer.Ok ok) {
    JsonNode answer = Json.parse(ok.body().bytes()).orElseGet(Json::object);
    @Nullable Secret access = token(answer, "accessJwt");
    @Nullable Secret refresh = token(answer, "refreshJwt");
    String did = Json.text(answer, "did");
    if (access == null || refresh == null || did.isEmpty()) {
      return new Not(new Answer.Failed(service.host() + " answered without a session"));
    }
    last = new Open(access, refresh, did);
    return last;
  }

  private static @Nullable Secret token(JsonNode answer, String field) {
    String text = Json.text(answer, field);
    return text.isBlank() ? null : new Secret(text);
  }

  private Answer.Trouble refusal(Answer.Denied denied) {
    return switch (denied.status()) {
      case 400, 401, 403 ->
          advice(service.host() + " does not accept handle and password (" + denied.status() + ")");
      default ->
          new Answer.NotAllowed(
              service.host() + " offers no signing in (" + denied.status() + ")",
              "Check `service`: it must be the address of the account's own server.");
    };
  }

  private Answer.NotAllowed advice(String reason) {
    return new Answer.NotAllowed(
        reason,
        "Make an app password for "
            + handle
            + " in Bluesky (Settings, Privacy and security, App passwords) and set"
            + " BLUESKY_APP_PASSWORD to it.");
  }

  private HttpUrl method(String name) {
    return service.newBuilder().addPathSegments("xrpc/com.atproto.server." + name).build();
  }
}
