package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.grenselos.time.OnwardClock;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys Microsoft signs its calls with, fetched when first needed and again once a day. A key
 * that is there is found at once, whatever the network does. One that is not makes us look again at
 * most every five minutes (ten seconds while looking fails), so that forged key ids do not become a
 * flood of ours; meanwhile four callers wait, and no longer than three seconds. Microsoft's kit
 * would fetch within its own small pool and without a time-out. Safe for many threads.
 */
final class TeamsKeys {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsKeys.class);

  /**
   * Keys change rarely, and are to be fetched daily (learn.microsoft.com, Connector
   * authentication).
   */
  private static final Duration FRESH = Duration.ofHours(24);

  /** How long keys are trusted that cannot be fetched again: one may have been withdrawn. */
  private static final Duration TRUSTED = Duration.ofDays(3);

  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(5);
  private static final int WAITING = 4;
  private static final long LARGEST = 1 << 20;

  private final OkHttpClient http;
  private final URI openId;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Semaphore seats = new Semaphore(WAITING);
  private volatile Ring ring = new Ring(Map.of(), Instant.MIN);
  private @Nullable CompletableFuture<Void> fetch;
  private Instant nextFetch = Instant.MIN;

  TeamsKeys(TeamsHttp http, URI openId, Clock clock) {
    this.http = http.client().newBuilder().callTimeout(CALL).build();
    this.openId = openId;
    this.clock = new OnwardClock(clock);
  }

  /** Begins to fetch them, so that the first callers need not wait. Waits for nothing. */
  void prepare() {
    if (look(clock.instant()).isEmpty()) LOG.debug("keys were fetched a moment ago");
  }

  /** Empty when there is no such key, or the keys cannot be had now. */
  Optional<OpenIdMetadataKey> find(String id) {
    Instant now = clock.instant();
    Ring known = ring;
    Optional<OpenIdMetadataKey> key = known.find(id, now);
    if (key.isPresent() && known.isYounger(FRESH, now)) return key;
    Optional<CompletableFuture<Void>> looking = look(now);
    if (key.isPresent()) return key;
    looking.ifPresent(this::await);
    return ring.find(id, now);
  }

  /** The fetch on its way, begun now if need be; empty when it is too early for another. */
  private synchronized Optional<CompletableFuture<Void>> look(Instant now) {
    if (fetch != null && !fetch.isDone()) return Optional.of(fetch);
    if (now.isBefore(nextFetch)) return Optional.empty();
    nextFetch = now.plus(BETWEEN_FAILURES);
    CompletableFuture<Void> begun =
        get(openId)
            .thenCompose(found -> get(URI.create(found.path("jwks_uri").asText())))
            .thenAccept(this::learned)
            .whenComplete((nothing, failure) -> {
              if (failure != null) LOG.warn("teams keys not fetched reason={}", cause(failure));
            });
    fetch = begun;
    return Optional.of(begun);
  }

  private synchronized void learned(JsonNode found) {
    Map<String, OpenIdMetadataKey> keys = TeamsKeySet.read(found);
    if (keys.isEmpty()) throw new IllegalStateException("there is no usable key");
    Instant now = clock.instant();
    ring = new Ring(keys, now);
    nextFetch = now.plus(BETWEEN);
    LOG.info("teams keys fetched count={}", keys.size());
  }

  private void await(CompletableFuture<Void> looking) {
    if (!seats.tryAcquire()) return;
    try {
      looking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("keys are not there", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      seats.release();
    }
  }

  private CompletableFuture<JsonNode> get(URI address) {
    if (!TeamsHosts.isSafe(address)) {
      return CompletableFuture.failedFuture(new IOException("no https address: " + address));
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    Call call = http.newCall(new Request.Builder().url(address.toString()).build());
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            answer.completeExceptionally(e);
          }

          @Override
          public void onResponse(Call answered, Response response) {
            try (response) {
              answer.complete(read(response));
            } catch (IOException | RuntimeException e) {
              answer.completeExceptionally(e);
            }
          }
        });
    return answer;
  }

  private JsonNode read(Response response) throws IOException {
    if (response.code() != 200) throw new IOException("HTTP " + response.code());
    return mapper.readTree(response.peekBody(LARGEST).bytes());
  }

  private static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) root = root.getCause();
    return root instanceof InterruptedIOException ? "time-out" : root.toString();
  }

  private record Ring(Map<String, OpenIdMetadataKey> keys, Instant fetched) {
    boolean isYounger(Duration age, Instant now) {
      return now.minus(age).isBefore(fetched);
    }

    Optional<OpenIdMetadataKey> find(String id, Instant now) {
      return isYounger(TRUSTED, now) ? Optional.ofNullable(keys.get(id)) : Optional.empty();
    }
  }
}
