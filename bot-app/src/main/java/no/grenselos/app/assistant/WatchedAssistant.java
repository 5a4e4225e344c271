package no.grenselos.app.assistant;

import java.net.URI;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import no.grenselos.app.vitals.AssistantVitals;
import no.grenselos.config.Finding;
import no.grenselos.memory.Assistant;

/** An assistant that counts what it drafts, for who asks how we are. */
public final class WatchedAssistant implements Assistant {
  private static final String PART = "assistant";

  private final AssistantSettings settings;
  private final Assistant assistant;
  private final LongSupplier tokens;
  private final LongAdder drafts = new LongAdder();
  private final LongAdder declined = new LongAdder();
  private volatile Finding last;

  WatchedAssistant(AssistantSettings settings, Assistant assistant, LongSupplier tokens) {
    this.settings = settings;
    this.assistant = assistant;
    this.tokens = tokens;
    this.last = new Finding(true, PART, settings.model() + ", not asked yet");
  }

  @Override
  public Draft draft(Task task) {
    Draft draft = assistant.draft(task);
    switch (draft) {
      case Draft.Drafted drafted -> {
        drafts.increment();
        last = new Finding(true, PART, settings.model() + ", last draft was made");
      }
      case Draft.None none -> {
        declined.increment();
        last =
            new Finding(true, PART, settings.model() + ", last draft not made: " + none.reason());
      }
    }
    return draft;
  }

  /** How its last draft went. It is a help and no need: that is never trouble. */
  public Finding last() {
    return last;
  }

  /** Where its API is. */
  public URI url() {
    return settings.url();
  }

  public AssistantVitals vitals() {
    return new AssistantVitals(
        settings.model(),
        settings.url().getHost(),
        settings.timeout(),
        drafts.sum(),
        declined.sum(),
        tokens.getAsLong());
  }
}
