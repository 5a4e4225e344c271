package no.grenselos.app.vitals;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was counted since this process started; other nodes count for themselves.
 *
 * @param assistant empty where nobody drafts answers
 * @param schema the version of the store's tables; empty where it has none
 */
public record Vitals(
    List<FeedVitals> feeds,
    List<ChatVitals> chats,
    Optional<AssistantVitals> assistant,
    Optional<String> schema) {
  public Vitals {
    feeds = List.copyOf(feeds);
    chats = List.copyOf(chats);
  }
}
