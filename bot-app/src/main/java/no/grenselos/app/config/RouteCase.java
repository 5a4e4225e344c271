package no.grenselos.app.config;

import java.util.Optional;

/**
 * One case of {@code routes-test.yml}: a post, and what should become of it.
 *
 * @param place as {@code config/routes-test.yml:5}
 * @param network empty when it does not matter
 * @param author without the leading @; empty when it does not matter
 */
public record RouteCase(
    String place, String post, String network, String author, Expectation expect) {

  /**
   * What is checked; what is empty may be anything.
   *
   * @param lane {@code expert}, {@code care} or {@code both}
   * @param expert id of who is asked first
   * @param drop a route drops it
   * @param silent no route decides: none matches, or a silence holds it
   */
  public record Expectation(
      Optional<String> lane,
      Optional<String> topic,
      Optional<String> channel,
      Optional<String> expert,
      boolean drop,
      boolean silent) {}
}
