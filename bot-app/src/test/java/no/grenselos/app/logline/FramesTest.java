package no.grenselos.app.logline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.grenselos.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What of an exception, and of a message, stands in a line of the log. */
class FramesTest {
  private static final String WORDS = "planted words of somebody's post";

  static Stream<Exception> exceptionsThatMayQuote() throws Exception {
    IllegalStateException suppressing = new IllegalStateException("x");
    suppressing.addSuppressed(new IllegalArgumentException(WORDS));
    return Stream.of(
        new IllegalArgumentException("text is " + WORDS),
        new IllegalStateException("outer", new NumberFormatException(WORDS)),
        new StoreException("busy", new IllegalArgumentException(WORDS)),
        suppressing,
        json());
  }

  @ParameterizedTest
  @MethodSource("exceptionsThatMayQuote")
  void nobodysWordsStandInALine(Exception thrown) {
    String line = line("no.grenselos.frames", "failed", thrown);

    assertThat(line).contains(thrown.getClass().getName(), "\tat ").doesNotContain("planted");
  }

  @Test
  void whatMachinesSayStands() {
    String line =
        line(
            "no.grenselos.frames",
            "failed",
            new StoreException("the disk is full", new IOException("No space left on device")));

    assertThat(line).contains("the disk is full", "No space left on device");
  }

  @Test
  void atDebugAllStands() {
    Logger loud = (Logger) LoggerFactory.getLogger("no.grenselos.frames.loud");
    loud.setLevel(Level.DEBUG);

    String line = line(loud.getName(), "failed", new IllegalArgumentException(WORDS));

    assertThat(line).contains(WORDS);
  }

  @Test
  void nobodyWritesALineOfOurs() {
    String forged = "x\n2026-01-01 00:00:00.000 INFO  erased everything\r\u001b[2J\u2028y\u202Ez";

    String line = line("no.grenselos.frames", forged, new StoreException(forged));

    assertThat(line.lines().filter(one -> !one.startsWith("\tat "))).hasSize(2);
    assertThat(line).doesNotContain("\r", "\u001b", "\u2028", "\u202E");
  }

  @ParameterizedTest
  @MethodSource("exceptionsThatMayQuote")
  void nobodysWordsStandInALineOfJson(Exception thrown) {
    Logger of = (Logger) LoggerFactory.getLogger("no.grenselos.frames");
    JsonLines lines = new JsonLines();
    lines.start();

    byte[] line =
        lines.encode(
            new LoggingEvent(FramesTest.class.getName(), of, Level.WARN, "failed", thrown, null));

    assertThat(new String(line, StandardCharsets.UTF_8))
        .contains(thrown.getClass().getName())
        .doesNotContain("planted");
  }

  private static String shipped() {
    try {
      String file = Files.readString(Path.of("src/main/resources/logback-text.xml"));
      return file.replaceFirst("(?s).*<pattern>%d\\{[^}]*} (.*)</pattern>.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exception json() {
    try {
      throw new AssertionError(new ObjectMapper().readValue("\"" + WORDS + "\"", Integer.class));
    } catch (JsonProcessingException e) {
      return e;
    }
  }

  private static String line(String logger, String message, Exception thrown) {
    Logger of = (Logger) LoggerFactory.getLogger(logger);
    PatternLayout layout = new PatternLayout();
    layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    layout.getInstanceConverterMap().put("oneLine", OneLine::new);
    layout.getInstanceConverterMap().put("frames", Frames::new);
    layout.setPattern(shipped());
    layout.start();
    return layout.doLayout(
        new LoggingEvent(FramesTest.class.getName(), of, Level.WARN, message, thrown, null));
  }
}
