package no.grenselos.app.web.console;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.expert.Team;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.store.TicketSearch.Query;
import no.grenselos.store.TicketSearch.Standing;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** What somebody looks for on the page of posts. */
record TicketFilter(Sought sought) {
  private static final List<String> NAMES =
      List.of(
          "q",
          "state",
          "answer",
          "lane",
          "topic",
          "team",
          "network",
          "goal",
          "language",
          "from",
          "to");
  private static final Set<Standing> UNANSWERED =
      Arrays.stream(Standing.values())
          .filter(standing -> standing != Standing.ANSWERED)
          .collect(Collectors.toUnmodifiableSet());

  static TicketFilter of(Map<String, String> asked) {
    return new TicketFilter(Sought.of(NAMES, asked));
  }

  /**
   * @param own channels of the visitor's teams; empty for somebody who sees all
   */
  Query query(RuleBook book, Set<String> own, @Nullable TicketId below) {
    ZoneId zone = book.house().zone();
    return new Query(
        field("q"),
        standings(),
        of(Lane.class, "lane"),
        read("topic", TopicId::new),
        channels(book, own),
        read("network", Network::new),
        of(Goal.class, "goal"),
        field("language"),
        sought.day("from", zone, 0),
        sought.day("to", zone, 1),
        below);
  }

  private Set<Standing> standings() {
    Standing one = of(Standing.class, "state");
    if (one != null) return Set.of(one);
    return switch (field("answer")) {
      case "yes" -> Set.of(Standing.ANSWERED);
      case "no" -> UNANSWERED;
      default -> Set.of();
    };
  }

  /** A team that is not theirs leaves them with their own. */
  private Set<String> channels(RuleBook book, Set<String> own) {
    Optional<String> team =
        book.team(field("team"))
            .map(Team::channel)
            .filter(channel -> own.isEmpty() || own.contains(channel));
    return team.map(Set::of).orElse(own);
  }

  private <T> @Nullable T read(String name, Function<String, T> reader) {
    try {
      return field(name).isEmpty() ? null : reader.apply(field(name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private <E extends Enum<E>> @Nullable E of(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(field(name)))
        .findFirst()
        .orElse(null);
  }

  private String field(String name) {
    return sought.field(name);
  }
}
