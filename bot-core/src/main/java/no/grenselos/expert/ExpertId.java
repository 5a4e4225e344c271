package no.grenselos.expert;

/** An expert's short name in config: {@code ana}. */
public record ExpertId(String id) {
  public ExpertId {
    if (id.isBlank()) throw new IllegalArgumentException("expert id is blank");
  }

  @Override
  public String toString() {
    return id;
  }
}
