package no.grenselos.memory;

import java.util.regex.Pattern;

/** A kept answer's number, from 1. */
public record KeptId(long number) {
  private static final Pattern SHAPE = Pattern.compile("K-([1-9]\\d{0,17})");

  public KeptId {
    if (number < 1)
      throw new IllegalArgumentException("kept id is " + number + ", must be 1 or more");
  }

  /**
   * @throws IllegalArgumentException when it is not as {@code K-12}
   */
  public static KeptId parse(String text) {
    var match = SHAPE.matcher(text);
    if (match.matches()) return new KeptId(Long.parseLong(match.group(1)));
    throw new IllegalArgumentException("kept id is \"" + text + "\", must be as K-12");
  }

  @Override
  public String toString() {
    return "K-" + number;
  }
}
