package no.grenselos.app.assistant;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import no.grenselos.app.vitals.AssistantVitals;
import no.grenselos.memory.Assistant;

/** An assistant that counts what it drafts, for who asks how we are. */
public final class WatchedAssistant implements Assistant {
  private final AssistantSettings settings;
  private final Assistant assistant;
  private final LongSupplier tokens;
  private final LongAdder drafts = new LongAdder();
  private final LongAdder declined = new LongAdder();

  WatchedAssistant(AssistantSettings settings, Assistant assistant, LongSupplier tokens) {
    this.settings = settings;
    this.assistant = assistant;
    this.tokens = tokens;
  }

  @Override
  public Draft draft(Task task) {
    Draft draft = assistant.draft(task);
    switch (draft) {
      case Draft.Drafted drafted -> drafts.increment();
      case Draft.None none -> declined.increment();
    }
    return draft;
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
