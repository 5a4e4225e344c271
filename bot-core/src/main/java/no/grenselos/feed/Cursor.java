package no.grenselos.feed;

/** Where a feed goes on; only the feed that wrote it understands it. Empty at the very start. */
public record Cursor(String text) {
  public static final Cursor START = new Cursor("");

  public boolean atStart() {
    return text.isEmpty();
  }
}
