package no.grenselos.feed.hackernews;

/**
 * A span of time that one search covers, in Unix seconds, both ends included. The search gives at
 * most a thousand hits however one pages (algolia/hn-search issue 230), so a window that holds more
 * than a page is narrowed instead.
 */
record Window(long from, long to) {
  /** Hits of one answer. */
  static final int PAGE = 200;

  /** What the search can give at all. */
  private static final int MOST = 1000;

  Window {
    if (to < from) throw new IllegalArgumentException("window ends at " + to + ", before " + from);
  }

  /** A second cannot be narrowed. */
  boolean isOneSecond() {
    return from == to;
  }

  Window firstHalf() {
    return new Window(from, from + (to - from) / 2);
  }

  int page() {
    return isOneSecond() ? MOST : PAGE;
  }

  long span() {
    return to - from + 1;
  }
}
