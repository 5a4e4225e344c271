package no.grenselos.chat.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.CallRate;
import no.grenselos.config.Secret;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the Web API once each: no retries, short waits. Safe for many threads. */
final class SlackCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(10);

  /** Where Slack did not say how long to wait. */
  static final Duration BREATH = Duration.ofSeconds(30);

  private final OkHttpClient http;
  private final Slack slack;
  private final MethodsClient methods;
  private final SlackQuota quota;

  /** Whether this thread's call got a connection: before that, Slack cannot have seen it. */
  private final ThreadLocal<Boolean> connected = ThreadLocal.withInitial(() -> false);

  SlackCalls(URI api, Secret botToken, SlackQuota quota) {
    this.quota = quota;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString());
    // the kit's own listeners write whole requests into the log
    config.setHttpClientResponseHandlers(new ArrayList<>());
    // the kit's own statistics keep threads for each of these
    config.getMethodsConfig().setStatsEnabled(false);
    config.getAuditConfig().setStatsEnabled(false);
    config.getSCIMConfig().setStatsEnabled(false);
    config.getSCIM2Config().setStatsEnabled(false);
    this.http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .writeTimeout(READ)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .addNetworkInterceptor(chain -> {
              connected.set(true);
              return chain.proceed(chain.request());
            })
            .build();
    this.slack = Slack.getInstance(config, new SlackHttpClient(http));
    this.methods = slack.methods(botToken.reveal());
  }

  /** One call of the Web API. */
  @FunctionalInterface
  interface Call<T> {
    T make(MethodsClient methods) throws IOException, SlackApiException;
  }

  /** With our own short waits, for what is no method of the Web API. */
  OkHttpClient http() {
    return http;
  }

  Slack slack() {
    return slack;
  }

  /** Too fast also when we know so without asking. */
  <T extends SlackApiTextResponse> SlackReply<T> call(String method, Call<T> call) {
    Duration wait = quota.turn(method);
    if (wait.isPositive()) return new SlackReply.TooFast<>(wait);
    connected.set(false);
    SlackReply<T> reply = attempt(call);
    if (reply instanceof SlackReply.TooFast<T> fast) quota.pause(method, fast.time());
    if (!(reply instanceof SlackReply.Yes<T>))
      LOG.info("slack said no method={} {}", method, reply);
    return reply;
  }

  private <T extends SlackApiTextResponse> SlackReply<T> attempt(Call<T> call) {
    try {
      T answer = call.make(methods);
      return answer.isOk() ? new SlackReply.Yes<>(answer) : refusal(answer);
    } catch (SlackApiException e) {
      return httpError(e.getResponse());
    } catch (IOException e) {
      return connected.get()
          ? new SlackReply.Unclear<>("the connection broke: " + e.getMessage())
          : new SlackReply.NotReached<>("Slack cannot be reached: " + e.getMessage());
    } catch (JsonParseException e) {
      return new SlackReply.Unclear<>("the answer was no JSON");
    }
  }

  private static <T> SlackReply<T> httpError(Response response) {
    int status = response.code();
    if (status == 429) return new SlackReply.TooFast<>(retryAfter(response));
    if (status >= 500) return new SlackReply.Unclear<>("Slack answered HTTP " + status);
    return new SlackReply.No<>("http_" + status, List.of());
  }

  private static Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After", "");
    return seconds != null && seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : BREATH;
  }

  private static <T extends SlackApiTextResponse> SlackReply<T> refusal(T answer) {
    String error = answer.getError() == null ? "unknown_error" : answer.getError();
    return switch (error) {
      case "ratelimited", "rate_limited" -> new SlackReply.TooFast<>(BREATH);
      // "it is possible some aspect of the operation succeeded" (docs.slack.dev, chat.postMessage)
      case "fatal_error", "internal_error", "request_timeout", "service_unavailable" ->
          new SlackReply.Unclear<>("Slack answered " + error);
      default -> new SlackReply.No<>(error, SlackDetails.of(answer));
    };
  }

  /** What was called in the last minute. */
  List<CallRate> rates() {
    return quota.rates();
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.debug("slack client did not close cleanly", e);
    }
  }
}
