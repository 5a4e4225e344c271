package no.grenselos.app.logline;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.LoggerFactory;

/**
 * A line as one JSON object, with exceptions as {@link Frames} shows them. Safe for many threads.
 */
public final class JsonLines extends JsonEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    boolean all = LoggerFactory.getLogger(event.getLoggerName()).isDebugEnabled();
    return super.encode(all || event.getThrowableProxy() == null ? event : new MutedEvent(event));
  }
}
