package no.grenselos.app.crm;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.expert.Crm;
import no.grenselos.work.CrmPort;

/**
 * Posts a case as signed JSON; docs/webhook.md says how the other side checks it. Follows no
 * redirect: an address that moved is for the admin to change. Waits ten seconds for the whole
 * answer, and reads 64 KiB of it at most. Safe for many threads.
 */
public final class CrmWebhook implements CrmPort {
  /** Short beside the errand's lease of thirty seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final HttpClient client;
  private final Secrets secrets;
  private final Clock clock;
  private final Duration patience;

  public CrmWebhook(Secrets secrets, Clock clock) {
    this(secrets, clock, PATIENCE);
  }

  CrmWebhook(Secrets secrets, Clock clock, Duration patience) {
    this.secrets = secrets;
    this.clock = clock;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public Told tell(Crm.Webhook where, Case call) {
    Optional<Secret> secret = secrets.find(where.secret());
    if (secret.isEmpty()) return new Told.Refused(where.secret() + " is not set");
    try {
      return answered(send(request(where, call, secret.get())));
    } catch (TimeoutException e) {
      return new Told.Later(AGAIN, "no answer within " + patience.toSeconds() + " s");
    } catch (IOException e) {
      // the class alone: a message may quote what the other side sent
      return new Told.Later(AGAIN, "cannot be reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Told.Later(AGAIN, "we are being closed");
    }
  }

  private HttpRequest request(Crm.Webhook where, Case call, Secret secret) {
    byte[] body = CaseJson.of(call);
    long timestamp = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(where.url())
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Grenselos")
        .header("Grenselos-Id", call.id())
        .header("Grenselos-Timestamp", Long.toString(timestamp))
        .header("Grenselos-Signature", Signature.of(secret, timestamp, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** The request's own time-out ends with the headers; this one covers a slow body too. */
  private HttpResponse<byte[]> send(HttpRequest request)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, headers -> new FirstBytes());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) throw io;
      throw new IOException("failed", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Told answered(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) return new Told.Taken(CaseJson.link(answer.body()));
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return new Told.Later(wait(answer), "HTTP " + status);
    }
    return new Told.Refused("HTTP " + status);
  }

  /** As the other side asks, in seconds (RFC 9110, section 10.2.3), ten minutes at most. */
  private static Duration wait(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
        .filter(Duration::isPositive)
        .orElse(AGAIN);
  }
}
