package no.grenselos.config;

/** A token or password; its text never shows in logs, errors or {@code toString()}. */
public record Secret(String reveal) {
  public Secret {
    if (reveal.isBlank()) throw new IllegalArgumentException("secret is blank");
  }

  @Override
  public String toString() {
    return "***";
  }
}
