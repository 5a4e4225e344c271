package no.grenselos.reading;

import java.util.Locale;

/** How soon somebody should look at a post. Ordered: the later, the sooner. */
public enum Severity {
  /** Nobody waits for us. */
  LOW,
  /** Somebody waits for an answer. */
  NORMAL,
  /** It costs somebody something every day, they tried before, or they are about to leave. */
  HIGH,
  /** People may come to harm or stand without heat, power, money or a way home now. */
  URGENT;

  /** As written in route queries: {@code urgent}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
