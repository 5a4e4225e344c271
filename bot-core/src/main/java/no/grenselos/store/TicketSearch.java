package no.grenselos.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.mention.Mention;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** Finds tickets by what people know of them. What was erased is not found by its words. */
public interface TicketSearch {
  /** Newest first. */
  List<TicketId> find(Query query, int most);

  /**
   * How many are in hand, by where they stand, of those channels.
   *
   * @param channels all of them when empty
   */
  List<Heap> inHand(Set<String> channels);

  /** Tickets that stand alike. */
  record Heap(Standing standing, long count, Instant oldest) {}

  /** Where a ticket stands, without who and when. */
  enum Standing {
    OPEN,
    OFFERED,
    CLAIMED,
    PROPOSED,
    DRAFTED,
    ANSWERED,
    CLOSED;

    public static final Set<Standing> IN_HAND = Set.of(OPEN, OFFERED, CLAIMED, PROPOSED, DRAFTED);

    public static Standing of(TicketState state) {
      return switch (state) {
        case TicketState.Open open -> OPEN;
        case TicketState.Offered offered -> OFFERED;
        case TicketState.Claimed claimed -> CLAIMED;
        case TicketState.Proposed proposed -> PROPOSED;
        case TicketState.Drafted drafted -> DRAFTED;
        case TicketState.Answered answered -> ANSWERED;
        case TicketState.Closed closed -> CLOSED;
      };
    }
  }

  /**
   * What is looked for; all of it must fit.
   *
   * @param words each is somewhere in the post, its author's handle or name, or its address; case
   *     and order do not matter; at most {@value #MOST_WORDS} count
   * @param standings any when empty
   * @param lane null for any
   * @param topic null for any
   * @param channels in whose queue it is, or where its answer is asked for; any when empty
   * @param network null for any
   * @param goal null for any
   * @param language as in a reading; empty for any
   * @param from opened then or later; null for no bound
   * @param before opened earlier; null for no bound
   * @param below older than that ticket: the last of the page before; null for the first page
   */
  record Query(
      String words,
      Set<Standing> standings,
      @Nullable Lane lane,
      @Nullable TopicId topic,
      Set<String> channels,
      @Nullable Network network,
      @Nullable Goal goal,
      String language,
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable TicketId below) {
    /** More narrow nothing down. */
    public static final int MOST_WORDS = 6;

    /** Everything. */
    public static final Query ALL =
        new Query("", Set.of(), null, null, Set.of(), null, null, "", null, null, null);

    public Query {
      standings = Set.copyOf(standings);
      channels = Set.copyOf(channels);
    }

    /** The same for the page after the one that ended with that ticket. */
    public Query below(TicketId last) {
      return new Query(
          words, standings, lane, topic, channels, network, goal, language, from, before, last);
    }

    /** The words looked for, in small letters. */
    public List<String> separateWords() {
      return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
          .filter(word -> !word.isEmpty())
          .distinct()
          .limit(MOST_WORDS)
          .toList();
    }
  }

  /** All that a post is found by, in small letters, at most 2,000 characters. */
  static String wordsOf(Mention mention) {
    String all =
        List.of(
                mention.author().handle(),
                mention.author().name(),
                mention.link().toString(),
                mention.text())
            .stream()
            .collect(Collectors.joining(" "));
    String small = all.toLowerCase(Locale.ROOT);
    return small.substring(0, Math.min(small.length(), 2_000));
  }
}
