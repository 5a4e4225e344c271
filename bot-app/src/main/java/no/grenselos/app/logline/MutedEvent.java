package no.grenselos.app.logline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A line of the log of whose exception nobody's words are shown. */
record MutedEvent(ILoggingEvent of) implements ILoggingEvent {
  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return Frames.muted(of.getThrowableProxy());
  }

  @Override
  public String getThreadName() {
    return of.getThreadName();
  }

  @Override
  public Level getLevel() {
    return of.getLevel();
  }

  @Override
  public String getMessage() {
    return of.getMessage();
  }

  @Override
  public Object[] getArgumentArray() {
    return of.getArgumentArray();
  }

  @Override
  public String getFormattedMessage() {
    return of.getFormattedMessage();
  }

  @Override
  public String getLoggerName() {
    return of.getLoggerName();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return of.getLoggerContextVO();
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return of.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return of.hasCallerData();
  }

  @Override
  public List<Marker> getMarkerList() {
    return of.getMarkerList();
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    return of.getMDCPropertyMap();
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public Map<String, String> getMdc() {
    return of.getMDCPropertyMap();
  }

  @Override
  public long getTimeStamp() {
    return of.getTimeStamp();
  }

  @Override
  public Instant getInstant() {
    return of.getInstant();
  }

  @Override
  public int getNanoseconds() {
    return of.getNanoseconds();
  }

  @Override
  public long getSequenceNumber() {
    return of.getSequenceNumber();
  }

  @Override
  public List<KeyValuePair> getKeyValuePairs() {
    return of.getKeyValuePairs();
  }

  @Override
  public void prepareForDeferredProcessing() {
    of.prepareForDeferredProcessing();
  }
}
