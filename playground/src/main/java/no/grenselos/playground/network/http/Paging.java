package no.grenselos.playground.network.http;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which part of a list was asked for: max_id and since_id take the newest that fit, min_id the ones
 * just above it; the answer is newest first either way (docs.joinmastodon.org, API guidelines,
 * Pagination).
 *
 * @param limit entries, 1 to the list's own maximum
 * @param below ids must be smaller
 * @param above ids must be greater
 * @param upwards whether to take the entries nearest to {@code above}
 */
record Paging(int limit, long below, long above, boolean upwards) {

  static Paging of(Params params, int usual, int most) {
    int asked = (int) Math.min(number(params, "limit", usual), most);
    long below = number(params, "max_id", Long.MAX_VALUE);
    long min = number(params, "min_id", -1);
    long above = min >= 0 ? min : number(params, "since_id", -1);
    return new Paging(Math.max(1, asked), below, above, min >= 0);
  }

  private static long number(Params params, String name, long otherwise) {
    return params
        .text(name)
        .map(text -> text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0)
        .orElse(otherwise);
  }

  /** Cuts the page out of a list that is newest first. */
  <T> List<T> cut(List<T> newestFirst, ToLongFunction<T> id) {
    List<T> fitting =
        newestFirst.stream()
            .filter(one -> id.applyAsLong(one) < below && id.applyAsLong(one) > above)
            .toList();
    int size = Math.min(limit, fitting.size());
    return upwards
        ? fitting.subList(fitting.size() - size, fitting.size())
        : fitting.subList(0, size);
  }
}
