package no.grenselos.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

class JoinedLogTest {
  private static final String LIBRARY = "org.example.library";

  private final Logger log = (Logger) LoggerFactory.getLogger(LIBRARY);
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();

  @BeforeEach
  void listen() {
    written.start();
    log.addAppender(written);
    log.setAdditive(false);
    Main.joinTheLog();
  }

  @AfterEach
  void leave() throws Exception {
    SLF4JBridgeHandler.uninstall();
    LogManager.getLogManager().readConfiguration();
    log.detachAppender(written);
    log.setAdditive(true);
    log.setLevel(null);
  }

  @Test
  void whatALibrarySaysThroughTheJdkIsWrittenWithAllElse() {
    java.util.logging.Logger library = java.util.logging.Logger.getLogger(LIBRARY);

    library.warning("no room");

    assertThat(written.list)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getFormattedMessage()).isEqualTo("no room");
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
        });
  }

  @Test
  void aLibraryIsAskedNoMoreThanIsWritten() {
    java.util.logging.Logger library = java.util.logging.Logger.getLogger(LIBRARY);

    log.setLevel(Level.ERROR);

    assertThat(library.isLoggable(java.util.logging.Level.WARNING)).isFalse();
    assertThat(library.isLoggable(java.util.logging.Level.SEVERE)).isTrue();
  }
}
