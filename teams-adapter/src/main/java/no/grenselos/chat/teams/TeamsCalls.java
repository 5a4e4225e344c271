package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.ErrorResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Response;

/** Makes one call and says what came of it. Safe for many threads. */
final class TeamsCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsCalls.class);

  /** Longer than any call may take by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int LONGEST_MESSAGE = 300;

  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * Makes the call.
   *
   * @param otherwise the answer where Teams did it and said nothing more; empty where that would
   *     not tell us enough
   */
  <T> TeamsReply<T> once(String name, Supplier<CompletableFuture<T>> call, Optional<T> otherwise) {
    TeamsWire.Trace trace = new TeamsWire.Trace();
    TeamsReply<T> reply = attempt(trace, call, otherwise);
    if (!(reply instanceof TeamsReply.Yes<T>)) LOG.info("teams said no call={} {}", name, reply);
    return reply;
  }

  private <T> TeamsReply<T> attempt(
      TeamsWire.Trace trace, Supplier<CompletableFuture<T>> call, Optional<T> otherwise) {
    CompletableFuture<T> asked;
    try {
      asked = TeamsWire.watched(trace, call);
    } catch (RuntimeException e) {
      return new TeamsReply.No<>("NotSendable", shortened(e.toString()), 0);
    }
    try {
      T answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.ofNullable(answer)
          .or(() -> otherwise)
          .<TeamsReply<T>>map(TeamsReply.Yes::new)
          .orElseGet(() -> new TeamsReply.Unclear<>("Teams answered without a word"));
    } catch (ExecutionException e) {
      return failed(trace, e.getCause() == null ? e : e.getCause(), otherwise);
    } catch (TimeoutException e) {
      asked.cancel(true);
      return broken(trace, "no answer in time");
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return broken(trace, "interrupted");
    }
  }

  private <T> TeamsReply<T> failed(TeamsWire.Trace trace, Throwable why, Optional<T> otherwise) {
    if (why instanceof ErrorResponseException e) return answered(e, otherwise);
    if (why instanceof IOException e && !(e instanceof JsonProcessingException))
      return broken(trace, e.toString());
    // a parser's message quotes what it could not read or write
    String kind = why.getClass().getSimpleName();
    return trace.hasBegun()
        ? new TeamsReply.Unclear<>("the answer was not understood: " + kind)
        : new TeamsReply.No<>("NotSendable", kind, 0);
  }

  private static <T> TeamsReply<T> broken(TeamsWire.Trace trace, String why) {
    return trace.hasBegun()
        ? new TeamsReply.Unclear<>("the connection broke: " + shortened(why))
        : new TeamsReply.NotReached<>("Teams cannot be reached: " + shortened(why));
  }

  /**
   * What the status says (learn.microsoft.com, "Status codes from bot conversational APIs"): 412 is
   * a precondition that failed, so nothing was done; of 5xx nobody knows.
   */
  private <T> TeamsReply<T> answered(ErrorResponseException e, Optional<T> otherwise) {
    Response<ResponseBody> response = e.response();
    int status = response.code();
    if (status == 429) return new TeamsReply.TooFast<>(retryAfter(response));
    if (status == 412) return new TeamsReply.TooFast<>(breath());
    if (status >= 500 || status == 408)
      return new TeamsReply.Unclear<>("Teams answered HTTP " + status);
    if (status < 300)
      return otherwise
          .<TeamsReply<T>>map(TeamsReply.Yes::new)
          .orElseGet(() -> new TeamsReply.Unclear<>("the answer was not understood"));
    return refused(e, response, status);
  }

  private <T> TeamsReply<T> refused(
      ErrorResponseException e, Response<ResponseBody> response, int status) {
    ErrorResponse body = e.body();
    if (body != null && body.getError() != null && body.getError().getCode() != null)
      return no(body.getError().getCode(), body.getError().getMessage(), status);
    JsonNode error = read(response).path("error");
    return no(error.path("code").asText("Http" + status), error.path("message").asText(""), status);
  }

  private static <T> TeamsReply<T> no(String code, String message, int status) {
    return new TeamsReply.No<>(shortened(code), shortened(message == null ? "" : message), status);
  }

  private JsonNode read(Response<ResponseBody> response) {
    try (ResponseBody body = response.errorBody()) {
      return body == null ? mapper.createObjectNode() : mapper.readTree(body.bytes());
    } catch (IOException e) {
      return mapper.createObjectNode();
    }
  }

  private static Duration retryAfter(Response<?> response) {
    String seconds = response.headers().get("Retry-After");
    return seconds != null && seconds.matches("[1-9]\\d{0,4}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : breath();
  }

  /** One to two seconds, so that many who were told at once do not come back at once. */
  private static Duration breath() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 2_000));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
  }
}
