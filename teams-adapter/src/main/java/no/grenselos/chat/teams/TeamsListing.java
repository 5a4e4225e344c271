package no.grenselos.chat.teams;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Settings;

/**
 * What an admin says about the app's own page in Teams, under {@code chats.teams.package}.
 *
 * @param developer whose app it is; the company unless it is said
 * @param website about the app, for those who use it
 * @param privacy the website unless it is said, as are the terms
 * @param links domains whose links get a line below them that says who answers
 */
record TeamsListing(
    Optional<String> developer,
    Optional<String> website,
    Optional<String> privacy,
    Optional<String> terms,
    List<String> links) {
  static final int LONGEST_NAME = 32;
  private static final int LONGEST_ADDRESS = 2048;
  private static final String DOMAIN = "(\\*\\.)?([a-z0-9-]{1,63}\\.)+[a-z][a-z0-9-]{1,62}";

  TeamsListing {
    links = List.copyOf(links);
  }

  static TeamsListing read(Settings settings) {
    Optional<String> developer =
        settings.parsed(
            "developer", TeamsListing::name, "must be at most " + LONGEST_NAME + " characters");
    TeamsListing listing =
        new TeamsListing(
            developer,
            address(settings, "website"),
            address(settings, "privacy"),
            address(settings, "terms"),
            links(settings));
    settings.finish();
    return listing;
  }

  private static String name(String text) {
    if (text.length() > LONGEST_NAME) throw new IllegalArgumentException(text);
    return text;
  }

  private static Optional<String> address(Settings settings, String key) {
    return settings.parsed(key, TeamsListing::address, "must be an https address of a page");
  }

  private static String address(String text) {
    URI to = URI.create(text);
    boolean page = "https".equals(to.getScheme()) && to.getHost() != null;
    if (!page || to.getRawUserInfo() != null || text.length() > LONGEST_ADDRESS) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static List<String> links(Settings settings) {
    List<String> links = settings.texts("links");
    for (String link : links) {
      if (!link.matches(DOMAIN)) {
        settings.problem(
            "links", "must be domains as x.com or *.example.com; it is \"" + link + "\"");
      }
    }
    return links;
  }
}
