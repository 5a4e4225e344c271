package no.grenselos.chat.teams;

import com.microsoft.bot.connector.authentication.AuthenticationException;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Our token, as Microsoft's kit asks for it. Goes to allowed hosts alone, whatever the kit's own
 * list of trusted hosts has learned; a call to any other host is not made. In local development no
 * token is sent.
 */
final class TeamsCredentials extends MicrosoftAppCredentials {
  private final TeamsTokens tokens;
  private final TeamsHosts hosts;

  TeamsCredentials(TeamsSettings settings, TeamsTokens tokens) {
    // the kit's own way to a token is never walked: it needs no secret
    super(settings.app().id(), "", settings.app().tenant());
    this.tokens = tokens;
    this.hosts = settings.hosts();
  }

  @Override
  public CompletableFuture<String> getToken() {
    return switch (tokens.token()) {
      case TeamsTokens.Answer.Have have -> CompletableFuture.completedFuture(have.token().reveal());
      case TeamsTokens.Answer.Refused no -> failed(no.reason() + "; " + no.whatToDo());
      case TeamsTokens.Answer.NotReached none -> failed(none.reason());
    };
  }

  private static CompletableFuture<String> failed(String reason) {
    return CompletableFuture.failedFuture(new AuthenticationException(reason));
  }

  @Override
  public void applyCredentialsFilter(OkHttpClient.Builder client) {
    client.interceptors().add(this::withToken);
  }

  private Response withToken(Interceptor.Chain chain) throws IOException {
    if (!hosts.allows(chain.request().url().uri()))
      throw new IOException("not an allowed host: " + chain.request().url().host());
    if (hosts.local()) return chain.proceed(chain.request());
    if (!(tokens.token() instanceof TeamsTokens.Answer.Have have))
      throw new IOException("our token is not there");
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("Authorization", "Bearer " + have.token().reveal())
            .build());
  }
}
