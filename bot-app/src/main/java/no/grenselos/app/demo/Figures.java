package no.grenselos.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.store.AuditLog;
import no.grenselos.ticket.TicketId;

/**
 * Counts what the journal tells. Times are taken for an expert's first nudge about a post, from the
 * moment the feed's page was stored to the moment the chat's answer to our call was in the books.
 * Not timed are nudges that had to wait for somebody's hours, cap or colleague first, or behind a
 * message that Slack's pace held back, and the first {@value #WARM_UP}, which tell more of a Java
 * process warming up than of the way.
 */
final class Figures {
  private static final Pattern AFTER = Pattern.compile("after=(\\d+)ms");

  /** Nudges that are shown before times are taken. */
  static final int WARM_UP = 10;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> mentions = new HashSet<>();
  private final Set<TicketId> waited = new HashSet<>();
  private final Map<String, Instant> slowed = new HashMap<>();
  private final List<Long> nudges = new ArrayList<>();
  private final List<Long> queues = new ArrayList<>();

  synchronized void note(AuditLog.Entry entry) {
    counts.merge(entry.what(), 1, Integer::sum);
    switch (entry.what()) {
      case "mention.received" -> {
        // an id may hold a "#" of its own: an address in RSS does
        boolean unused = mentions.add(entry.detail().replaceFirst("#[^#]*$", ""));
      }
      case "ticket.held", "nudge.passed", "nudge.later", "nudge.lapsed", "ticket.released" -> {
        if (entry.ticket() != null) waited.add(entry.ticket());
      }
      case "nudge.delivered" -> {
        if (entry.ticket() != null && waited.add(entry.ticket()) && !slowed(entry)) {
          time(entry, nudges);
        }
      }
      case "card.delivered" -> time(entry, queues);
      default -> {}
    }
  }

  /** Slack's pace or trouble made something wait in that place, and all behind it too. */
  synchronized void slowed(String place, Instant at) {
    slowed.put(place, at);
  }

  private boolean slowed(AuditLog.Entry entry) {
    Matcher after = AFTER.matcher(entry.detail());
    Instant last = slowed.get(entry.detail().replaceFirst(" after=.*", ""));
    if (last == null || !after.find()) return false;
    return last.isAfter(entry.at().minusMillis(Long.parseLong(after.group(1))));
  }

  private static void time(AuditLog.Entry entry, List<Long> times) {
    Matcher after = AFTER.matcher(entry.detail());
    if (after.find()) times.add(Long.valueOf(after.group(1)));
  }

  /** How often the journal told that. */
  synchronized int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  synchronized int mentions() {
    return mentions.size();
  }

  /** Mentions that a silence holds back. */
  int held() {
    return count("mention.held");
  }

  int answers() {
    return count("answer.published") + count("ticket.answered");
  }

  int passes() {
    return count("nudge.passed") + count("nudge.wrong-topic");
  }

  /** Milliseconds of the timed nudges; of all where there were too few to leave any out. */
  synchronized List<Long> nudgeTimes() {
    int from = nudges.size() > WARM_UP ? WARM_UP : 0;
    return List.copyOf(nudges.subList(from, nudges.size()));
  }

  /** Milliseconds of the very first nudge; 0 when there was none. */
  synchronized long firstNudge() {
    return nudges.isEmpty() ? 0 : nudges.getFirst();
  }

  /** Milliseconds of the cards in channels, waiting for Slack's pace included. */
  synchronized List<Long> queueTimes() {
    return List.copyOf(queues);
  }

  /** The value that this share of the times does not exceed; 0 when there are none. */
  static long percentile(List<Long> times, double share) {
    if (times.isEmpty()) return 0;
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }

  /** The demo's last line. */
  synchronized String json() {
    return String.format(
        Locale.ROOT,
        "{\"mentions\":%d,\"tickets\":%d,\"nudges\":%d,\"claims\":%d,\"passes\":%d,\"answers\":%d,"
            + "\"dropped\":%d,\"duplicates\":%d,\"p50_ms\":%d,\"p99_ms\":%d}",
        mentions(),
        count("ticket.opened"),
        count("nudge.delivered"),
        count("ticket.claimed"),
        passes(),
        answers(),
        count("mention.dropped"),
        count("mention.repeated"),
        percentile(nudgeTimes(), 0.5),
        percentile(nudgeTimes(), 0.99));
  }
}
