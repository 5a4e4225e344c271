package no.grenselos.chat;

/** The number of one card in one place. */
public record PlacementId(long number) {
  /** Reads what {@link #toString()} wrote. */
  public static PlacementId parse(String text) {
    if (!text.startsWith("C-")) throw new IllegalArgumentException("not a card: \"" + text + "\"");
    return new PlacementId(Long.parseLong(text.substring(2)));
  }

  @Override
  public String toString() {
    return "C-" + number;
  }
}
