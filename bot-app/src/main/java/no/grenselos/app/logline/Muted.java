package no.grenselos.app.logline;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.stream.Stream;
import no.grenselos.config.ConfigException;
import no.grenselos.log.RelayException;
import no.grenselos.store.StoreException;
import org.jspecify.annotations.Nullable;

/** An exception of which nobody's words are shown. */
record Muted(IThrowableProxy of) implements IThrowableProxy {
  private static final String LEFT_OUT = "(its words stand at DEBUG)";

  /** Databases' own words: values are not among them, as the stores are set up. */
  private static final String DATABASES = "java.sql.|org.sqlite.|org.postgresql.|com.zaxxer.";

  @Override
  public @Nullable String getMessage() {
    String message = of.getMessage();
    if (message == null) return null;
    return isOfMachines() ? OneLine.in(message) : LEFT_OUT;
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return null;
  }

  private boolean isOfMachines() {
    String name = of.getClassName();
    if (Stream.of(DATABASES.split("\\|", -1)).anyMatch(name::startsWith)) return true;
    if (!(of instanceof ThrowableProxy proxy)) return false;
    return switch (proxy.getThrowable()) {
      case MalformedURLException holdsAnAddress -> false;
      // a parser's own are of this kind too, and quote what they could not read
      case IOException broken -> name.startsWith("java.");
      case StoreException known -> true;
      case RelayException known -> true;
      case ConfigException known -> true;
      default -> false;
    };
  }

  @Override
  public String getClassName() {
    return of.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return of.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return of.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return Frames.muted(of.getCause());
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Stream.of(of.getSuppressed()).map(Muted::new).toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return of.isCyclic();
  }
}
