package no.grenselos.playground.network.http;

import no.grenselos.playground.network.Stretch;

/**
 * Which part of a list was asked for: max_id and since_id take the newest that fit, min_id the ones
 * just above it; the answer is newest first either way (docs.joinmastodon.org, API guidelines,
 * Pagination).
 */
final class Paging {
  private Paging() {}

  /** At most as many as the caller says, as {@code usual} where nothing is said. */
  static Stretch of(Params params, int usual, int most) {
    int asked = (int) Math.min(number(params, "limit", usual), most);
    long below = number(params, "max_id", Long.MAX_VALUE);
    long min = number(params, "min_id", -1);
    long above = min >= 0 ? min : number(params, "since_id", -1);
    return new Stretch(Math.max(1, asked), below, above, min >= 0);
  }

  private static long number(Params params, String name, long otherwise) {
    return params
        .text(name)
        .map(text -> text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0)
        .orElse(otherwise);
  }
}
