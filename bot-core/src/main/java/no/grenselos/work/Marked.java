package no.grenselos.work;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ids that stand with every log line which is written while something is done, so that all that was
 * done for one post is found by one of them.
 *
 * @param ids by their names
 */
public record Marked(Map<String, String> ids) {
  /** A ticket's number, as {@code T-12}. */
  public static final String TICKET = "ticket";

  /** A post's id, as {@code mastodon:example.org/1234}. */
  public static final String MENTION = "mention";

  /** An errand's key, as {@code show:C-7}. */
  public static final String ERRAND = "errand";

  private static final Marked NOTHING = new Marked(Map.of());

  public Marked {
    ids = Map.copyOf(ids);
  }

  /** With this id alone; without any where there is none. */
  public static Marked by(String name, @Nullable Object id) {
    return NOTHING.with(name, id);
  }

  /** Also with this id; as it is where there is none. */
  public Marked with(String name, @Nullable Object id) {
    if (id == null) return this;
    Map<String, String> more = new LinkedHashMap<>(ids);
    more.put(name, id.toString());
    return new Marked(more);
  }

  /** Does the work, on this thread; what it does on others is not marked. */
  public void around(Runnable work) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    ids.forEach(MDC::put);
    try {
      work.run();
    } finally {
      if (before == null) MDC.clear();
      else MDC.setContextMap(before);
    }
  }
}
