package no.grenselos.chat.teams;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client all our calls share: connects within 3 s, reads within 10 s, tries once,
 * follows no redirect and keeps no cookie. Safe for many threads.
 */
final class TeamsHttp implements AutoCloseable {
  static final Duration CONNECT = Duration.ofSeconds(3);
  static final Duration READ = Duration.ofSeconds(10);

  /** Over all, so that a caller that drips its answer holds nobody up. */
  private static final Duration CALL = Duration.ofSeconds(15);

  /** All our calls go to one host, and each is somebody's own thread waiting. */
  private static final int AT_ONCE = 64;

  /**
   * A server may close a connection that rests just as we write to it, and then nobody knows
   * whether the message arrived; Node's servers, as Microsoft's own playground, do so after five
   * seconds. So none of ours rests that long.
   */
  private static final Duration REST = Duration.ofSeconds(2);

  private final OkHttpClient client;

  TeamsHttp() {
    Dispatcher dispatcher =
        new Dispatcher(
            Executors.newCachedThreadPool(
                Thread.ofPlatform().name("teams-http-", 0).daemon().factory()));
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(16, REST.toMillis(), TimeUnit.MILLISECONDS))
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .writeTimeout(READ)
            .callTimeout(CALL)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
