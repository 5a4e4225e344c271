package no.grenselos.app.logline;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * {@code %frames}: an exception's kind and where it came from, and its message only where that
 * cannot be somebody's words. Exceptions name the value that broke a rule, and the value may be of
 * a post. Where the logger is set to DEBUG all messages stand. Safe for many threads.
 */
public final class Frames extends ThrowableProxyConverter {
  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown == null) return "";
    boolean all = LoggerFactory.getLogger(event.getLoggerName()).isDebugEnabled();
    return throwableProxyToString(all ? thrown : new Muted(thrown));
  }

  /** The same without words, down to its causes. */
  static @Nullable IThrowableProxy muted(@Nullable IThrowableProxy thrown) {
    return thrown == null ? null : new Muted(thrown);
  }
}
