package no.grenselos.playground.slack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses an app may answer an interaction at: five times within thirty minutes
 * (docs.slack.dev, handling user interaction).
 */
public final class ResponseUrls {
  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  /**
   * Where an answer belongs.
   *
   * @param ts of the message that was pressed; null after a slash command
   */
  public record Origin(String user, String channel, @Nullable String ts) {}

  private static final class Ticket {
    private final Origin origin;
    private final Instant end;
    private int left = USES;

    private Ticket(Origin origin, Instant end) {
      this.origin = origin;
      this.end = end;
    }
  }

  private final Stamps stamps;
  private final Map<String, Ticket> tickets = new HashMap<>();

  ResponseUrls(Stamps stamps) {
    this.stamps = stamps;
  }

  /** The last part of a new address. */
  public String forOrigin(Origin origin) {
    String id = stamps.id("R");
    tickets.put(id, new Ticket(origin, stamps.now().plus(LIFE)));
    return id;
  }

  /** Uses the address once; throws {@code used_url} or {@code expired_url}. */
  public Origin use(String id) {
    Ticket ticket = tickets.get(id);
    if (ticket == null || stamps.now().isAfter(ticket.end)) {
      throw new SlackRefusal("expired_url");
    }
    if (ticket.left == 0) {
      throw new SlackRefusal("used_url");
    }
    ticket.left--;
    return ticket.origin;
  }
}
