package no.grenselos.app.bench;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.store.AuditLog;

/**
 * Which posts were handed over, became tickets, and were told of at the chat house, and when. Safe
 * for many threads.
 */
final class Receipts {
  private static final String NETWORK = "x:";
  private static final Pattern POST = Pattern.compile("status\\\\?/(\\d{10,19})");

  private final Queue<String> made = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> handedOver = new ConcurrentHashMap<>();
  private final Map<String, Long> called = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final LongAdder stored = new LongAdder();
  private final LongAdder handled = new LongAdder();
  private volatile String trouble = "nothing was said";

  /** The post with that id stands in the page that is handed over next. */
  void made(String id) {
    made.add(id);
  }

  /** A page goes out now, with what was made. */
  void handedOver() {
    long now = System.nanoTime();
    for (String id = made.poll(); id != null; id = made.poll()) handedOver.put(id, now);
  }

  /** The service told its journal; comes after each transaction. */
  void happened(AuditLog.Entry entry) {
    switch (entry.what()) {
      case "mention.received" -> stored.increment();
      case "mention.dropped", "mention.reshared" -> handled.increment();
      case "ticket.opened" -> {
        handled.increment();
        tickets.add(entry.detail().split(" ", 2)[0]);
      }
      case "feed.waits", "feed.failed", "feed.refused", "errand.parked", "entry.parked" ->
          trouble = entry.what() + " " + entry.detail();
      default -> {
        // another matter
      }
    }
  }

  /** The chat house was called. */
  void called(String method, String body) {
    if (!method.equals("chat.postMessage")) return;
    Matcher post = POST.matcher(URLDecoder.decode(body, StandardCharsets.UTF_8));
    if (!post.find()) return;
    called.putIfAbsent(post.group(1), System.nanoTime());
    calls.computeIfAbsent(post.group(1), id -> new AtomicInteger()).incrementAndGet();
  }

  /** How many posts are in the store. */
  long stored() {
    return stored.sum();
  }

  /** How many of them wait to be read and decided on. */
  long waiting() {
    return stored.sum() - handled.sum();
  }

  /** What went wrong last. */
  String trouble() {
    return trouble;
  }

  /** How many posts became tickets. */
  int tickets() {
    return tickets.size();
  }

  /** Of those, the ones that the chat house was not told of. */
  long lost() {
    return tickets.stream().filter(post -> !calls.containsKey(id(post))).count();
  }

  /** Posts that the chat house was told of more than once. */
  long doubled() {
    return calls.values().stream().filter(count -> count.get() > 1).count();
  }

  /** How often the chat house was told of a post. */
  long calls() {
    return calls.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private static String id(String post) {
    return post.substring(NETWORK.length());
  }

  /**
   * Milliseconds from handing over to the call at the chat house, of the posts handed over in that
   * time, sorted.
   */
  double[] millis(long fromNanos, long beforeNanos) {
    List<String> posts =
        handedOver.entrySet().stream()
            .filter(one -> one.getValue() - fromNanos >= 0 && one.getValue() - beforeNanos < 0)
            .map(Map.Entry::getKey)
            .filter(called::containsKey)
            .toList();
    double[] millis = new double[posts.size()];
    for (int i = 0; i < millis.length; i++) {
      String post = posts.get(i);
      millis[i] = (called.getOrDefault(post, 0L) - handedOver.getOrDefault(post, 0L)) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }
}
