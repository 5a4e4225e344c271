package no.grenselos.playground.teams.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.teams.identity.Tokens;
import no.grenselos.playground.teams.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The line to the bot: a signed request to its messaging address, fifteen seconds of patience at
 * most. Every attempt is written down. Safe for many threads.
 */
public final class BotLine implements AutoCloseable {
  private static final Duration TEAMS_OWN = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Tenant tenant;
  private final Tokens tokens;
  private final BotFaults faults = new BotFaults();
  private final List<Delivered> delivered = new ArrayList<>();
  private volatile @Nullable URI address;
  private volatile Duration patience = TEAMS_OWN;

  public BotLine(Tenant tenant, Tokens tokens) {
    this.tenant = tenant;
    this.tokens = tokens;
  }

  /** Where the bot listens from now on. */
  public void deliverTo(URI messagingAddress) {
    address = messagingAddress;
  }

  /** How long the bot may take from now on, for tests that cannot wait fifteen seconds. */
  public void patience(Duration longest) {
    patience = longest;
  }

  public BotFaults faults() {
    return faults;
  }

  /** Every attempt so far. Call it inside the tenant's lock. */
  public List<Delivered> delivered() {
    return List.copyOf(delivered);
  }

  /**
   * Tells the bot once and waits for its answer. Must not be called inside the tenant's lock: the
   * bot calls back before it answers.
   */
  public BotAnswer send(ObjectNode activity) throws InterruptedException {
    return send(activity, 0);
  }

  /** Tells the bot once; the attempt is counted from 0. */
  BotAnswer send(ObjectNode activity, int attempt) throws InterruptedException {
    BotFaults.Forged forged = faults.takeForged();
    ObjectNode sent = forged.applyTo(activity);
    String about = sent.path("name").asText(sent.path("type").asText());
    String id = sent.path("id").asText();
    String serviceUrl = sent.path("serviceUrl").asText();
    String authorization = tokens.authorization(serviceUrl, forged.forgery());
    BotAnswer answer = post(sent.toString(), authorization);
    record(about, id, attempt, answer);
    return answer;
  }

  /** Tells the bot that body, whatever it is, with a good token for the service address. */
  public BotAnswer sendRaw(String body, String serviceUrl) throws InterruptedException {
    BotFaults.Forged forged = faults.takeForged();
    BotAnswer answer = post(body, tokens.authorization(serviceUrl, forged.forgery()));
    record("raw", "", 0, answer);
    return answer;
  }

  private BotAnswer post(String body, String authorization) throws InterruptedException {
    URI url = address;
    if (url == null) {
      return new BotAnswer.NotTaken("no_bot", 0);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .header("User-Agent", "Microsoft-SkypeBotApi (playground)")
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() / 100 == 2
          ? new BotAnswer.Taken(response.statusCode(), response.body())
          : new BotAnswer.NotTaken("http_error", response.statusCode());
    } catch (HttpTimeoutException e) {
      return new BotAnswer.NotTaken("http_timeout", 0);
    } catch (IOException e) {
      return new BotAnswer.NotTaken("connection_failed", 0);
    }
  }

  private void record(String about, String id, int attempt, BotAnswer answer) {
    Delivered entry =
        switch (answer) {
          case BotAnswer.Taken(int status, String body) ->
              new Delivered(about, id, attempt, "", status);
          case BotAnswer.NotTaken(String reason, int status) ->
              new Delivered(about, id, attempt, reason, status);
        };
    tenant.alone(() -> delivered.add(entry));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
