package no.grenselos.expert;

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

  @Override
  public String toString() {
    return house + ":" + id;
  }
}
