package no.grenselos.work;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ids that stand with every log line which this thread writes until it is closed, so that all that
 * was done for one post is found by one of them. Close on the same thread.
 */
public final class Marked implements AutoCloseable {
  /** A ticket's number, as {@code T-12}. */
  public static final String TICKET = "ticket";

  /** A post's id, as {@code mastodon:example.org/1234}. */
  public static final String MENTION = "mention";

  /** An errand's key, as {@code show:C-7}. */
  public static final String ERRAND = "errand";

  private final Map<String, @Nullable String> before = new LinkedHashMap<>();

  private Marked() {}

  /** Nothing marked yet. */
  public static Marked open() {
    return new Marked();
  }

  /** Also with this id; as it is where there is none. */
  public Marked with(String name, @Nullable Object id) {
    if (id == null) return this;
    if (!before.containsKey(name)) before.put(name, MDC.get(name));
    MDC.put(name, id.toString());
    return this;
  }

  @Override
  public void close() {
    before.forEach((name, value) -> {
      if (value == null) MDC.remove(name);
      else MDC.put(name, value);
    });
  }
}
