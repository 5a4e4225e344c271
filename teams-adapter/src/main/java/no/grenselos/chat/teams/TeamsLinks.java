package no.grenselos.chat.teams;

import java.net.URI;
import java.util.Optional;
import no.grenselos.chat.shown.ShownLink;

/** Links as Teams takes them. */
final class TeamsLinks {
  /** Longer than browsers promise to open; keeps one link from using up a card. */
  private static final int MAX_ADDRESS = 2000;

  private TeamsLinks() {}

  static Optional<ShownLink> safe(URI to) {
    return ShownLink.safe(to, MAX_ADDRESS);
  }

  static Optional<ShownLink> parse(String text) {
    return ShownLink.parse(text, MAX_ADDRESS);
  }

  /** As {@link ShownLink#label}, inert. */
  static String label(String words, ShownLink link, int max) {
    return link.label(TeamsText.inert(words), max);
  }
}
