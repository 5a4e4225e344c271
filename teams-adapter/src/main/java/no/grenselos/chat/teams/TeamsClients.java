package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.connector.rest.RestTeamsConnectorClient;
import com.microsoft.bot.connector.teams.TeamsOperations;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Microsoft's clients, one for each service, made so that each call is tried once. */
final class TeamsClients {
  /** The outbox tries again, by its own rules: two layers of it would multiply. */
  private static final RetryStrategy ONCE =
      new RetryStrategy("once", false) {
        @Override
        public boolean shouldRetry(int tries, okhttp3.Response response) {
          return false;
        }
      };

  private final OkHttpClient http;
  private final TeamsCredentials credentials;
  private final Cache<URI, Client> clients = Caffeine.newBuilder().maximumSize(50).build();

  TeamsClients(TeamsHttp http, TeamsCredentials credentials) {
    this.http = http.client();
    this.credentials = credentials;
  }

  /** What can be asked of one service. */
  record Client(Conversations conversations, TeamsOperations teams, Members members) {}

  /** The kit's own call for the pages after the first breaks at Retrofit's rules (4.14.3). */
  interface Members {
    @GET("v3/conversations/{conversation}/pagedmembers")
    CompletableFuture<Response<ResponseBody>> page(
        @Path("conversation") String conversation,
        @Query("pageSize") int most,
        @Query("continuationToken") @Nullable String page);
  }

  Client of(URI service) {
    return clients.get(service, this::made);
  }

  private Client made(URI service) {
    RestClient rest = rest(service);
    return new Client(
        new RestConnectorClient(rest).getConversations(),
        new Teams(rest).getTeams(),
        rest.retrofit().create(Members.class));
  }

  private RestClient rest(URI service) {
    OkHttpClient.Builder builder = http.newBuilder().eventListenerFactory(TeamsWire::listener);
    RestClient.Builder rest =
        new RestClient.Builder(builder, new Retrofit.Builder())
            .withBaseUrl(service.toString())
            .withCredentials(credentials)
            .withSerializerAdapter(new JacksonAdapter())
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withRetryStrategy(ONCE)
            .withConnectionTimeout(TeamsHttp.CONNECT.toMillis(), TimeUnit.MILLISECONDS)
            .withReadTimeout(TeamsHttp.READ.toMillis(), TimeUnit.MILLISECONDS);
    // the kit's builder has just put in a jar that takes any cookie
    builder.cookieJar(CookieJar.NO_COOKIES);
    return rest.build();
  }

  /** The kit hides the constructor that takes a client of ours. */
  private static final class Teams extends RestTeamsConnectorClient {
    Teams(RestClient rest) {
      super(rest);
    }

    @Override
    public void close() {
      // nothing is held but the client, which is ours
    }
  }
}
