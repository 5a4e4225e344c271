package no.grenselos.feed.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.FeedContext;
import no.grenselos.web.Body;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * A feed's own line to its network. All lines share one connection pool. Follows at most five
 * redirects, reads at most 8 MB after decompression, calls no local address unless the context
 * allows it, and never throws for what the network does. Safe for many threads; {@link #close} ends
 * running calls at once, and calls after it fail.
 */
public final class FeedClient implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;
  private static final long MAX_BYTES = 8L << 20;
  private static final String USER_AGENT = "Grenselos/0.1 (self-hosted reader of public posts)";
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final OkHttpClient SHARED =
      new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).build();

  private static final Answer.NotAllowed ODD_TOKEN =
      new Answer.NotAllowed(
          "a token holds characters that HTTP does not allow",
          "Look whether the token was copied whole, without quotes or line ends.");

  private final OkHttpClient client;
  private final Clock clock;
  private final Duration timeout;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile Optional<Allowance> allowance = Optional.empty();

  /**
   * @param timeout of a whole exchange; connecting and silence may take half of it
   */
  public FeedClient(FeedContext context, Duration timeout) {
    this(
        context.localAddresses() ? Optional.empty() : Optional.of(new PublicAddresses()),
        timeout,
        context.clock());
  }

  /**
   * @param guard of the addresses that may be called; empty where all may
   */
  FeedClient(Optional<PublicAddresses> guard, Duration timeout, Clock clock) {
    OkHttpClient.Builder builder =
        SHARED
            .newBuilder()
            // half, so that a server with a dead address is tried at its next one
            .connectTimeout(timeout.dividedBy(2))
            .readTimeout(timeout)
            .callTimeout(timeout);
    guard.ifPresent(watch -> builder.dns(watch).addNetworkInterceptor(watch));
    this.client = builder.build();
    this.clock = clock;
    this.timeout = timeout;
  }

  public Answer get(HttpUrl url, Map<String, String> headers) {
    return send(url, headers, null);
  }

  /** Posts JSON; redirects of a post are not followed. */
  public Answer post(HttpUrl url, Map<String, String> headers, Body json) {
    return send(url, headers, RequestBody.create(json.bytes(), JSON));
  }

  /** Posts a form, {@code application/x-www-form-urlencoded}; redirects are not followed. */
  public Answer postForm(HttpUrl url, Map<String, String> headers, Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    return send(url, headers, form.build());
  }

  /**
   * Opens a connection that stays, and says what came of it within the time-out. Redirects are not
   * followed.
   */
  public Opening open(HttpUrl url, Map<String, String> headers, Wire wire, Liveness liveness) {
    Map<String, String> all = new LinkedHashMap<>(wire.headers());
    all.putAll(headers);
    Optional<Request.Builder> request = request(url, all);
    if (request.isEmpty()) return new Opening.Not(ODD_TOKEN, 0);
    // HTTP/2 would put it on a connection shared with others, which it could not replace when dead
    OkHttpClient staying =
        client
            .newBuilder()
            .callTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
    Call call = staying.newCall(request.get().build());
    running.add(call);
    if (closed) call.cancel();
    return new LiveConnection(call, wire, new LiveDoor(), clock, liveness).open(timeout);
  }

  private final class LiveDoor implements LiveConnection.Door {
    @Override
    public Opening.Not refusal(Response response) throws IOException {
      // an answer that is fine may have no end, and then none of the kind we can read
      Answer answer = response.code() < 300 ? LiveConnection.NO_STREAM : answer(response);
      Answer.Trouble trouble = answer instanceof Answer.Trouble told ? told : strayed(response);
      return new Opening.Not(trouble, response.code());
    }

    @Override
    public Opening.Not broken(IOException e) {
      return new Opening.Not(trouble(e), 0);
    }

    @Override
    public void left(Call call) {
      running.remove(call);
    }
  }

  /** Ends running calls and open connections at once; others may follow. */
  void hangUp() {
    running.forEach(Call::cancel);
  }

  /** What the network said it still allows, with its newest answer that said so. */
  public Optional<Allowance> allowance() {
    return allowance;
  }

  @Override
  public void close() {
    closed = true;
    hangUp();
  }

  private Answer send(HttpUrl url, Map<String, String> headers, @Nullable RequestBody body) {
    Optional<Request.Builder> request = request(url, headers);
    if (request.isEmpty()) return ODD_TOKEN;
    return body == null
        ? followed(request.get().get().build())
        : once(request.get().post(body).build()).answer();
  }

  /** Empty when a token holds what no header may. */
  private static Optional<Request.Builder> request(HttpUrl url, Map<String, String> headers) {
    Request.Builder request = new Request.Builder().url(url).header("User-Agent", USER_AGENT);
    try {
      headers.forEach(request::header);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(request);
  }

  private Answer followed(Request first) {
    Request request = first;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Exchange exchange = once(request);
      if (exchange.onward().isEmpty()) return exchange.answer();
      request = exchange.onward().get();
    }
    return new Answer.Failed("redirected more than " + MAX_REDIRECTS + " times");
  }

  private record Exchange(Answer answer, Optional<Request> onward) {
    Exchange(Answer answer) {
      this(answer, Optional.empty());
    }
  }

  private Exchange once(Request request) {
    Call call = client.newCall(request);
    running.add(call);
    if (closed) call.cancel();
    try (Response response = call.execute()) {
      if (response.isRedirect()) return new Exchange(strayed(response), Redirect.of(response));
      return new Exchange(answer(response));
    } catch (IOException e) {
      return new Exchange(trouble(e));
    } finally {
      running.remove(call);
    }
  }

  private static Answer.Failed strayed(Response response) {
    return new Answer.Failed("redirected (" + response.code() + ") to no usable address");
  }

  private Answer answer(Response response) throws IOException {
    int status = response.code();
    AllowanceHeaders.in(response.headers(), clock).ifPresent(left -> allowance = Optional.of(left));
    Optional<Duration> rest = RestTime.in(response.headers(), clock);
    if (status == 429 || (status == 503 && rest.isPresent())) {
      return new Answer.Wait(rest.orElse(Duration.ofMinutes(1)), "asked to wait (" + status + ")");
    }
    if (status >= 500 || status == 408 || status == 425) {
      return new Answer.Failed("the server answered " + status);
    }
    Optional<Body> body = body(response);
    if (body.isEmpty()) {
      return new Answer.Failed("the answer is larger than " + (MAX_BYTES >> 20) + " MB");
    }
    return status < 400
        ? new Answer.Ok(status, response.request().url(), response.headers(), body.get())
        : new Answer.Denied(status, body.get());
  }

  /** Counts bytes after decompression, so that a small answer cannot grow without end. */
  private static Optional<Body> body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    Buffer kept = new Buffer();
    while (kept.size() <= MAX_BYTES) {
      if (source.read(kept, 8192) == -1) return Optional.of(Body.of(kept.readByteArray()));
    }
    return Optional.empty();
  }

  private Answer.Trouble trouble(IOException e) {
    return e instanceof AddressRefused refused
        ? new Answer.NotAllowed(refused.reason(), "Use a public address.")
        : new Answer.Failed(told(e));
  }

  /** In our words: a library's message may hold addresses or worse. */
  private String told(IOException e) {
    if (closed) return "closed";
    return switch (e) {
      case InterruptedIOException late -> "no answer within " + timeout.toMillis() + " ms";
      case UnknownHostException unknown -> "the host name is unknown";
      case SSLException secure ->
          "no secure connection: the certificate or the protocol does not fit";
      default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
    };
  }
}
