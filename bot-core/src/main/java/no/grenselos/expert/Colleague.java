package no.grenselos.expert;

/**
 * Somebody inside, registered or not.
 *
 * @param id the expert id when registered, else {@code slack:U123}
 * @param name as shown to others
 */
public record Colleague(String id, String name) {
  public Colleague {
    if (id.isBlank() || name.isBlank())
      throw new IllegalArgumentException("colleague needs id and name");
  }

  /** Whether both are the same person, whatever name each was met under. */
  public boolean is(Colleague other) {
    return id.equals(other.id);
  }
}
