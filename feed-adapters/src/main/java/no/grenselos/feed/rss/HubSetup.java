package no.grenselos.feed.rss;

import java.net.URI;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.http.FeedClient;
import okhttp3.HttpUrl;

/** Looks whether a feed can be told of changes, and says what is missing. */
record HubSetup(String name, Settings settings, FeedContext context) {
  private static final String SECRET = "WEBSUB_SECRET";

  /** What is shorter is guessed. */
  private static final int SHORTEST = 16;

  static String inlet(String name) {
    return name + "@hub";
  }

  /** Empty where something is missing, which is reported. */
  Optional<HubSubscriber> of(HttpUrl feed, FeedClient client) {
    Optional<HttpUrl> callback = callback();
    Optional<Secret> secret = secret();
    if (callback.isEmpty() || secret.isEmpty()) return Optional.empty();
    return Optional.of(
        new HubSubscriber(
            client,
            new HubKeys(secret.get(), feed),
            callback.get(),
            new Subscription(),
            context.clock(),
            context.localAddresses()));
  }

  private Optional<HttpUrl> callback() {
    Optional<URI> base = context.callback();
    if (base.isEmpty()) {
      settings.problem(
          "websub", "needs a public address where hubs reach us: write it under console, url");
      return Optional.empty();
    }
    if (!name.matches("[\\w.-]+")) {
      settings.problem("websub", "needs an entry whose name has letters, digits, . _ - only");
      return Optional.empty();
    }
    return Optional.ofNullable(HttpUrl.parse(base.get() + inlet(name)));
  }

  private Optional<Secret> secret() {
    Optional<Secret> secret = context.secrets().find(SECRET);
    if (secret.isEmpty()) {
      settings.problem("websub", "needs the environment variable " + SECRET + ", which is not set");
    } else if (secret.get().reveal().length() < SHORTEST) {
      settings.problem("websub", SECRET + " must have at least " + SHORTEST + " characters");
      return Optional.empty();
    }
    return secret;
  }
}
