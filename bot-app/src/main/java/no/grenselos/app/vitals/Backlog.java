package no.grenselos.app.vitals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.store.Books;
import no.grenselos.store.TicketSearch.Heap;

/**
 * What waits in the store; the same whichever node says it.
 *
 * @param waiting unfinished entries of {@code mentions} (posts that came in), {@code presses} (what
 *     people did in chat) and {@code messages} (what is to be sent, also what waits for its time)
 * @param aside what was set aside of each for the admin, counted up to {@link #MOST}
 * @param inHand posts that are somebody's or are to become it, by where they stand
 */
public record Backlog(Map<String, Long> waiting, Map<String, Long> aside, List<Heap> inHand) {
  /** More that is set aside is not counted: each of them is read to be counted. */
  public static final int MOST = 1_000;

  public static final String MENTIONS = "mentions";
  public static final String PRESSES = "presses";
  public static final String MESSAGES = "messages";

  public Backlog {
    waiting = new LinkedHashMap<>(waiting);
    aside = new LinkedHashMap<>(aside);
    inHand = List.copyOf(inHand);
  }

  /** As it is now. */
  public static Backlog of(Books books) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    waiting.put(MENTIONS, books.mentionInbox().waiting());
    waiting.put(PRESSES, books.chatInbox().waiting());
    waiting.put(MESSAGES, books.outbox().waiting());
    Map<String, Long> aside = new LinkedHashMap<>();
    aside.put(MENTIONS, (long) books.mentionInbox().parked(MOST).size());
    aside.put(PRESSES, (long) books.chatInbox().parked(MOST).size());
    aside.put(MESSAGES, (long) books.outbox().parked(MOST).size());
    return new Backlog(waiting, aside, books.search().inHand(Set.of()));
  }
}
