package no.grenselos.reading;

import java.util.Locale;

/** What the author wants. Never derives anything about the person. */
public enum Intent {
  COMPLAINT,
  QUESTION,
  PRAISE,
  NEWS,
  SPAM,
  JOB,
  OTHER;

  /** As written in route queries: {@code complaint}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
