package no.grenselos.app.evaluate;

import java.util.Locale;

/** What a pack is about. */
public enum Mode {
  TOPICS,
  COMPLAINTS,
  LANGUAGE,
  EXPERTS,
  NEARDUP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
