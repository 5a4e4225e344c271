package no.grenselos.route.query;

/**
 * Why a query is refused and what to do, with the part it is about.
 *
 * @param from first character of that part, 0-based in UTF-16 units; -1 when it is the whole query
 * @param to one past its last; -1 when it is the whole query
 */
public record QueryFault(int from, int to, String text) {
  /** Something wrong with the query as a whole. */
  static QueryFault whole(String text) {
    return new QueryFault(-1, -1, text);
  }

  /** For people, who count from 1: {@code character 12: no field "netwrok"}. */
  public String said() {
    return from < 0 ? text : "character " + (from + 1) + ": " + text;
  }
}
