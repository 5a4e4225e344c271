package no.grenselos.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer's number, unique over all tickets. */
public record AnswerId(long number) {
  private static final Pattern SHAPE = Pattern.compile("A-(\\d{1,18})");

  /**
   * @throws IllegalArgumentException when it is not as {@code A-12}
   */
  public static AnswerId parse(String text) {
    Matcher match = SHAPE.matcher(text);
    if (match.matches()) return new AnswerId(Long.parseLong(match.group(1)));
    throw new IllegalArgumentException("answer id is \"" + text + "\", must be as A-12");
  }

  @Override
  public String toString() {
    return "A-" + number;
  }
}
