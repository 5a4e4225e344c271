package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.config.Secret;
import no.grenselos.time.OnwardClock;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own token, with which we call Microsoft: fetched when first needed, kept until five minutes
 * before its end, one fetch at a time. A refusal is kept for half a minute, so that a wrong secret
 * does not become a flood. Safe for many threads.
 */
final class TeamsTokens {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsTokens.class);

  private static final String SCOPE = "https://api.botframework.com/.default";
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration LAST_MOMENT = Duration.ofSeconds(30);
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** Who has just been given a token need not ask for another. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Kept NONE =
      new Kept(new Answer.NotReached("we have no token"), Instant.MIN, Instant.MIN, Instant.MIN);

  private final OkHttpClient http;
  private final URI address;
  private final TeamsSettings.App app;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Kept kept = NONE;

  TeamsTokens(TeamsHttp http, TeamsSettings settings, Clock clock) {
    this.http = http.client().newBuilder().callTimeout(TeamsHttp.READ).build();
    this.app = settings.app();
    this.address = settings.addresses().login().resolve(app.tenant() + "/oauth2/v2.0/token");
    this.clock = new OnwardClock(clock);
  }

  /** What came of asking for our token. Each reason says that it is about our token. */
  sealed interface Answer {
    record Have(Secret token) implements Answer {}

    /** Microsoft knows us, and says no: somebody has to do something. */
    record Refused(String reason, String whatToDo) implements Answer {}

    record NotReached(String reason) implements Answer {}
  }

  private record Kept(Answer answer, Instant since, Instant renew, Instant end) {
    boolean isUsable(Instant now) {
      return answer instanceof Answer.Have && now.isBefore(end.minus(LAST_MOMENT));
    }
  }

  Answer token() {
    Instant now = clock.instant();
    Kept before = kept;
    if (now.isBefore(before.renew())) return before.answer();
    // while one of us fetches, the rest go on with what still holds
    if (!mayFetch(before.isUsable(now)))
      return before.isUsable(now)
          ? before.answer()
          : new Answer.NotReached("our token is still being fetched");
    try {
      Kept meanwhile = kept;
      return now.isBefore(meanwhile.renew()) ? meanwhile.answer() : renewed(meanwhile, now);
    } finally {
      fetching.unlock();
    }
  }

  /** The token was not accepted: the next who asks fetches another, unless this one is new. */
  void drop() {
    Kept now = kept;
    if (now.answer() instanceof Answer.Have && clock.instant().isAfter(now.since().plus(YOUNG)))
      kept = NONE;
  }

  private boolean mayFetch(boolean inNoHurry) {
    if (inNoHurry) return fetching.tryLock();
    try {
      return fetching.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Answer renewed(Kept before, Instant now) {
    Kept fresh = fetched(now);
    if (!(fresh.answer() instanceof Answer.Have)) {
      LOG.warn("teams token not fetched {}", fresh.answer());
      if (before.isUsable(now)) {
        kept = new Kept(before.answer(), before.since(), fresh.renew(), before.end());
        return before.answer();
      }
    }
    kept = fresh;
    return fresh.answer();
  }

  private Kept fetched(Instant now) {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", app.id())
            .add("client_secret", app.password().map(Secret::reveal).orElse(""))
            .add("scope", SCOPE)
            .build();
    Request request = new Request.Builder().url(address.toString()).post(form).build();
    try (Response response = http.newCall(request).execute()) {
      return read(response, now);
    } catch (IOException e) {
      return failed(
          new Answer.NotReached("our token cannot be fetched, " + address.getHost() + ": " + e),
          now,
          AFTER_FAILURE);
    }
  }

  private Kept read(Response response, Instant now) throws IOException {
    JsonNode found = mapper.readTree(response.peekBody(1 << 20).bytes());
    String token = found.path("access_token").asText("");
    long seconds = found.path("expires_in").asLong(0);
    if (response.code() == 200 && !token.isEmpty() && seconds > 0) {
      Instant end = now.plusSeconds(seconds);
      Instant early = end.minus(EARLY);
      // of a token that is short by itself, half its time is used
      Instant renew = early.isAfter(now) ? early : now.plusSeconds(seconds / 2);
      return new Kept(new Answer.Have(new Secret(token)), now, renew, end);
    }
    String error = found.path("error").asText("");
    if (response.code() >= 400 && response.code() < 429 && !error.isEmpty())
      return failed(TeamsLoginFaults.explained(error, found), now, AFTER_REFUSAL);
    return failed(
        new Answer.NotReached("our token cannot be fetched: HTTP " + response.code()),
        now,
        AFTER_FAILURE);
  }

  private static Kept failed(Answer answer, Instant now, Duration rest) {
    return new Kept(answer, now, now.plus(rest), now);
  }

  /** Why we have no token, and what to do; empty when we have one. For the check. */
  Optional<String> problem() {
    return switch (token()) {
      case Answer.Have have -> Optional.empty();
      case Answer.Refused refused -> Optional.of(refused.reason() + "; " + refused.whatToDo());
      case Answer.NotReached none -> Optional.of(none.reason());
    };
  }
}
