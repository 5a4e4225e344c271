package no.grenselos.app.logline;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * {@code %oneLine}: the message without line ends and other signs that a terminal obeys, so that
 * nobody outside can write a line of our log, or hide one. Safe for many threads.
 */
public final class OneLine extends ClassicConverter {
  /** Controls, the two separators that some viewers break at, and what turns the writing round. */
  private static final Pattern SIGNS =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  @Override
  public String convert(ILoggingEvent event) {
    return in(event.getFormattedMessage());
  }

  /** The text with a space in the place of each such sign. */
  public static String in(String text) {
    return SIGNS.matcher(text).replaceAll(" ");
  }
}
