package no.grenselos.feed.stackexchange;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Tells addresses of a site's questions: {@code /questions/701/its-title}, and {@code /q/701/77} as
 * the site shares it. One that goes on to an answer is none.
 *
 * @param site as the API calls it
 */
record QuestionLink(String site) {
  /** Those that had their names before the others came (api.stackexchange.com/docs/sites). */
  private static final Set<String> OF_THEIR_OWN =
      Set.of("stackoverflow", "serverfault", "superuser", "askubuntu", "stackapps");

  private static final Pattern PATH =
      Pattern.compile("/(?:q|questions)/([1-9]\\d{0,14})(?:/[^/]{0,300})?/?");

  Optional<String> question(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null || !url.host().replaceFirst("^www\\.", "").equals(host())) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(url.encodedPath());
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  /** As {@code pt.stackoverflow.com}, {@code cooking.meta.stackexchange.com}. */
  private String host() {
    if (site.matches(".*\\.(com|net|org)")) return site;
    String last = site.substring(site.lastIndexOf('.') + 1);
    return site + (OF_THEIR_OWN.contains(last) ? ".com" : ".stackexchange.com");
  }
}
