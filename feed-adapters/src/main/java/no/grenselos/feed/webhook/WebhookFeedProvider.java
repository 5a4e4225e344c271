package no.grenselos.feed.webhook;

import java.util.List;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Source;
import no.grenselos.mention.Network;

/**
 * Mentions that any listening tool hands over, signed, at {@code /in/feeds/<name of the entry>}
 * (docs/webhook-in.md). Each names its own network, where answers go by hand.
 *
 * <pre>
 * webhook:
 *   secret: WEBHOOK_SECRET   # name of an environment variable; default
 * </pre>
 */
public final class WebhookFeedProvider implements FeedProvider {
  static final Network NETWORK = new Network("webhook");

  /** What is shorter is guessed. */
  private static final int SHORTEST = 16;

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    String variable = settings.text("secret", "WEBHOOK_SECRET");
    Optional<Secret> secret = context.secrets().find(variable);
    if (secret.isEmpty()) {
      settings.problem("secret", "the environment variable " + variable + " is not set");
    } else if (secret.get().reveal().length() < SHORTEST) {
      settings.problem("secret", variable + " must have at least " + SHORTEST + " characters");
    }
    settings.finish();
    Source source = new Source(List.of(), Optional.empty());
    return secret
        .map(known -> new WebhookSignature(known, context.clock()))
        .map(signature -> source.with(new WebhookInlet(name, signature, context.clock())))
        .orElse(source);
  }
}
