package no.grenselos.revise;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.grenselos.config.Node;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which revision last changed each route. It is worked out once a revision, beside whoever
 * asks, who does without it while that takes longer than a blink. Safe for many threads.
 */
public final class Touched {
  /** How far back it looks; what is older counts as that old. */
  private static final int REVISIONS = 30;

  private static final long BLINK_MS = 150;
  private static final String FILE = "routes.yml";
  private static final Logger LOG = LoggerFactory.getLogger(Touched.class);

  private final RuleTexts texts;
  private final Store store;
  private final Cache<Integer, CompletableFuture<Map<String, Touch>>> known =
      Caffeine.newBuilder().maximumSize(4).build();

  public Touched(RuleTexts texts, Store store) {
    this.texts = texts;
    this.store = store;
  }

  /**
   * A change of a route.
   *
   * @param by their colleague's id
   */
  public record Touch(int revision, String by, Instant at) {
    static Touch of(Source source) {
      return new Touch(source.revision(), source.by(), source.at());
    }
  }

  /** The last change of each, by the route's name; empty while they are not known yet. */
  public Map<String, Touch> of(int newest) {
    CompletableFuture<Map<String, Touch>> work =
        known.get(
            newest, number -> CompletableFuture.supplyAsync(() -> worked(number), Touched::beside));
    try {
      return work.get(BLINK_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException later) {
      return Map.of();
    } catch (ExecutionException e) {
      LOG.warn("revisions of routes not known newest={}", newest, e);
      known.invalidate(newest);
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private static void beside(Runnable work) {
    Thread.ofPlatform().daemon().name("grenselos-touched").start(work);
  }

  private Map<String, Touch> worked(int newest) {
    Source later = store.read(books -> books.ruleBooks().find(newest)).orElseThrow();
    Map<String, Node.Mapping> entries = routes(later);
    Set<String> open = new HashSet<>(entries.keySet());
    Map<String, Touch> touched = new HashMap<>();
    for (Source earlier : store.read(books -> books.ruleBooks().before(newest, REVISIONS))) {
      if (open.isEmpty()) break;
      if (!text(earlier).equals(text(later))) {
        Map<String, Node.Mapping> were = routes(earlier);
        Touch touch = Touch.of(later);
        for (String name : List.copyOf(open)) {
          if (same(entries.get(name), were.get(name))) continue;
          touched.put(name, touch);
          open.remove(name);
        }
      }
      later = earlier;
    }
    Touch oldest = Touch.of(later);
    open.forEach(name -> touched.put(name, oldest));
    return Map.copyOf(touched);
  }

  private static String text(Source source) {
    return source.files().getOrDefault(FILE, "");
  }

  private Map<String, Node.Mapping> routes(Source source) {
    Map<String, Node.Mapping> byName = new HashMap<>();
    for (Node.Mapping entry : texts.entries(source.files(), Section.ROUTES)) {
      if (entry.entries().get("name") instanceof Node.Scalar name) byName.put(name.text(), entry);
    }
    return byName;
  }

  /** Whatever their lines. */
  private static boolean same(@Nullable Node one, @Nullable Node other) {
    return switch (one) {
      case null -> other == null;
      case Node.Scalar scalar ->
          other instanceof Node.Scalar text && text.text().equals(scalar.text());
      case Node.Sequence list ->
          other instanceof Node.Sequence that && sameItems(list.items(), that.items());
      case Node.Mapping mapping ->
          other instanceof Node.Mapping that
              && mapping.entries().keySet().equals(that.entries().keySet())
              && mapping.entries().entrySet().stream()
                  .allMatch(part -> same(part.getValue(), that.entries().get(part.getKey())));
    };
  }

  private static boolean sameItems(List<Node> one, List<Node> other) {
    if (one.size() != other.size()) return false;
    for (int i = 0; i < one.size(); i++) if (!same(one.get(i), other.get(i))) return false;
    return true;
  }
}
