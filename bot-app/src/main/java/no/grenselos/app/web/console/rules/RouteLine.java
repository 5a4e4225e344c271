package no.grenselos.app.web.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.revise.Touched.Touch;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * One route as the list shows it.
 *
 * @param place in the order, from 1
 * @param does in words
 * @param topic in the reader's language; empty for any
 * @param revision that changed it last; null while that is not known
 */
public record RouteLine(
    int place, Route route, String does, String topic, @Nullable Integer revision) {

  /** Whether the house keeps quiet towards somebody by it. */
  public boolean avoids() {
    return route.drop() != null && route.when() != null && route.when().contains("author:");
  }

  /** As phrases and classes name it. */
  public String lane() {
    return route.lane() == null ? "drop" : route.lane().name().toLowerCase(Locale.ROOT);
  }

  public String goal() {
    return route.goal() == null ? "" : route.goal().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Routes in order.
   *
   * @param words all of which must be somewhere in the route; none for all
   */
  static List<RouteLine> of(
      RuleBook book,
      RouteWords routeWords,
      Map<String, Touch> touched,
      Locale locale,
      List<String> words,
      Page page) {
    List<Integer> fitting = page.fitting(book.routes(), route -> has(route, words));
    return fitting.stream()
        .map(index -> {
          Route route = book.routes().get(index);
          String topic = route.topic() == null ? "" : book.nameOf(route.topic(), locale);
          String does = routeWords.of(route, book, locale);
          Touch last = touched.get(route.name());
          return new RouteLine(
              index + 1, route, does, topic, last == null ? null : last.revision());
        })
        .toList();
  }

  private static boolean has(Route route, List<String> words) {
    String all =
        String.join(
                "\n",
                route.name(),
                String.valueOf(route.when()),
                String.valueOf(route.topic()),
                String.valueOf(route.channel()),
                String.valueOf(route.lane()),
                String.valueOf(route.goal()),
                String.valueOf(route.drop()))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }
}
