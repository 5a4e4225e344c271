package no.grenselos.playground.slack.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;

/** Tells the app by a signed request to its address, and waits three seconds at most. */
final class HttpLine implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String secret;
  private final Clock clock;
  private final DeliveryFaults faults;

  HttpLine(String secret, Clock clock, DeliveryFaults faults) {
    this.secret = secret;
    this.clock = clock;
    this.faults = faults;
  }

  AppAnswer send(URI address, ToApp told, Attempt attempt) throws InterruptedException {
    try {
      return judge(http.send(request(address, told, attempt), BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      return AppAnswer.failed("http_timeout");
    } catch (IOException e) {
      return AppAnswer.failed("connection_failed");
    }
  }

  private HttpRequest request(URI address, ToApp told, Attempt attempt) {
    long now = clock.instant().getEpochSecond();
    long timestamp = faults.takeOldTimestamp() ? now - 600 : now;
    String key = faults.takeBadSignature() ? "not-" + secret : secret;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("User-Agent", "Slackbot 1.0 (playground)")
            .header("Content-Type", told.contentType())
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .header("X-Slack-Signature", Signature.of(key, timestamp, told.body()))
            .POST(BodyPublishers.ofString(told.body()));
    if (attempt.number() > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(attempt.number()));
      request.header("X-Slack-Retry-Reason", attempt.reason());
    }
    return request.build();
  }

  private static AppAnswer judge(HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return new AppAnswer.Taken(response.body());
    }
    boolean again = response.headers().firstValue("X-Slack-No-Retry").isEmpty();
    return new AppAnswer.NotTaken("http_error", response.statusCode(), again);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
