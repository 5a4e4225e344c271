package no.grenselos.feed.http;

import java.util.Comparator;

/** Ids that count upwards, as most networks give them: a shorter one is older. */
public final class IdOrder {
  public static final Comparator<String> OLDEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private IdOrder() {}
}
