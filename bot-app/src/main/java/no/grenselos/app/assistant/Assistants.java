package no.grenselos.app.assistant;

import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.memory.GroundedAssistant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the assistant that the configuration names; its drafts are checked against sources. */
public final class Assistants {
  private static final Logger LOG = LoggerFactory.getLogger(Assistants.class);

  /** The secret that the API may want; local models want none. */
  public static final String KEY = "GRENSELOS_ASSISTANT_KEY";

  private Assistants() {}

  /** Calls nobody before the first draft. */
  public static WatchedAssistant open(AssistantSettings settings, Secrets secrets) {
    Optional<Secret> key = secrets.find(KEY);
    if (key.isPresent() && !settings.safeForSecrets()) {
      // a wire that others can read is no place for it
      LOG.warn("{} not sent, as {} is not https", KEY, settings.url().getHost());
      key = Optional.empty();
    }
    HttpAssistant model = new HttpAssistant(settings, key);
    return new WatchedAssistant(settings, new GroundedAssistant(model), model::tokens);
  }
}
