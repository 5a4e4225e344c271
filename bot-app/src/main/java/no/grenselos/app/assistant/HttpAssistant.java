package no.grenselos.app.assistant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import no.grenselos.config.Secret;
import no.grenselos.memory.Assistant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an OpenAI-compatible API for a draft (POST /chat/completions, platform.openai.com, API
 * reference, Chat). Follows no redirect, reads at most {@value #MOST_BYTES} bytes, waits no longer
 * than configured in all. Logs neither post, draft nor key.
 */
final class HttpAssistant implements Assistant {
  private static final Logger LOG = LoggerFactory.getLogger(HttpAssistant.class);
  private static final int MOST_BYTES = 256 * 1024;

  private final AssistantSettings settings;
  private final Optional<Secret> key;
  private final HttpClient client;
  private final LongAdder tokens = new LongAdder();

  HttpAssistant(AssistantSettings settings, Optional<Secret> key) {
    this.settings = settings;
    this.key = key;
    this.client =
        HttpClient.newBuilder()
            // servers of local models stumble over the offer to upgrade
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  @Override
  public Draft draft(Task task) {
    Draft draft = ask(task);
    if (draft instanceof Draft.None(String reason)) LOG.warn("draft failed reason={}", reason);
    return draft;
  }

  /** Read and written so far, as the API says. */
  long tokens() {
    return tokens.sum();
  }

  private Draft ask(Task task) {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request(task), answer -> new LimitedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> answer = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        return new Draft.None("the assistant answered with status " + answer.statusCode());
      }
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      tokens.add(Conversation.tokens(body));
      return Conversation.read(body, task);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Draft.None(
          "the assistant was silent for " + settings.timeout().toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Draft.None("the assistant cannot be reached: " + why(e));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Draft.None("stopped while the assistant was asked");
    }
  }

  /** The kind of failure; its text may hold anything. */
  private static String why(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof LimitedBody.TooMuch) return "it said more than " + MOST_BYTES + " bytes";
    return cause instanceof IOException ? cause.getClass().getSimpleName() : "unknown reason";
  }

  private HttpRequest request(Task task) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.url() + "/chat/completions"))
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Conversation.of(settings.model(), task)));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    return request.build();
  }
}
