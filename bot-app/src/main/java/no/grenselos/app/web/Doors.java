package no.grenselos.app.web;

import java.util.Map;
import java.util.function.Supplier;
import no.grenselos.app.wiring.Health;
import no.grenselos.web.Webhook;

/**
 * What the web server opens to the outside.
 *
 * @param webhooks by the name after {@code /in/}
 */
public record Doors(Map<String, Webhook> webhooks, Supplier<Health> health) {
  public Doors {
    webhooks = Map.copyOf(webhooks);
  }
}
