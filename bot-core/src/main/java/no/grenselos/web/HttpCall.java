package no.grenselos.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An HTTP request as it arrived, body untouched, so that a signature over its bytes can be checked.
 *
 * @param path below the webhook's own root, starting with a slash
 * @param query as sent, without the question mark; empty when there is none
 * @param headers values by name; names are compared without case
 */
public record HttpCall(
    String method, String path, String query, Map<String, List<String>> headers, Body body) {
  public HttpCall {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                    entry -> List.copyOf(entry.getValue()),
                    (one, two) -> one));
  }

  /** The first value of the header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
