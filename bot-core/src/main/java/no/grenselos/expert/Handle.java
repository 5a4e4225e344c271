package no.grenselos.expert;

import java.util.Optional;

/**
 * Somebody's identity in one chat house.
 *
 * @param house {@code slack} or {@code teams}
 * @param id the house's own member id
 */
public record Handle(String house, String id) {
  public Handle {
    if (house.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException(
          "handle is \"" + house + ":" + id + "\", both parts are needed");
    }
  }

  /** Reads what {@link #toString()} wrote; empty for anything else. */
  public static Optional<Handle> parse(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1
        ? Optional.of(new Handle(text.substring(0, colon), text.substring(colon + 1)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return house + ":" + id;
  }
}
