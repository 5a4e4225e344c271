package no.grenselos.app.logline;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * A line as one JSON object, with exceptions as {@link Frames} shows them. Slashes stand as they
 * are, so that a post's id is found in it. Safe for many threads.
 */
public final class JsonLines extends JsonEncoder {
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  @Override
  public byte[] encode(ILoggingEvent event) {
    boolean all = LoggerFactory.getLogger(event.getLoggerName()).isDebugEnabled();
    boolean whole = all || event.getThrowableProxy() == null;
    byte[] line = super.encode(whole ? event : new MutedEvent(event));
    return withSlashes(new String(line, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /** Logback escapes them, which JSON allows and does not ask for (RFC 8259, 7). */
  private static String withSlashes(String json) {
    return ESCAPED
        .matcher(json)
        .replaceAll(
            pair -> pair.group(1).equals("/") ? "/" : Matcher.quoteReplacement(pair.group()));
  }
}
