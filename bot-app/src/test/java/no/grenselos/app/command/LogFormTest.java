package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogFormTest {
  @Test
  void anUnknownFormIsRefusedWithWhatToDo() {
    assertThat(LogForm.problem(Map.of())).isEmpty();
    assertThat(LogForm.problem(Map.of(LogForm.NAME, "json"))).isEmpty();
    assertThat(LogForm.problem(Map.of(LogForm.NAME, "xml")))
        .contains("GRENSELOS_LOG is \"xml\", must be text or json; leave it out for text");
    assertThat(LogForm.problem(Map.of(LogForm.NAME, ""))).isPresent();
  }

  @Test
  void asTextTheIdsStandBehindTheWords() throws Exception {
    assertThat(written("text", Map.of("ticket", "T-7", "mention", "x:1")))
        .contains(" INFO  ticket.claimed by=ana ")
        .contains(" ticket=T-7")
        .contains(" mention=x:1");
    assertThat(written("text", Map.of()))
        .endsWith("ticket.claimed by=ana" + System.lineSeparator());
  }

  @Test
  void asJsonEachLineIsAnObjectWithItsIds() throws Exception {
    JsonNode line = new ObjectMapper().readTree(written("json", Map.of("ticket", "T-7")));

    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("ticket.claimed by=ana");
    assertThat(line.path("mdc").path("ticket").asText()).isEqualTo("T-7");
    assertThat(line.path("timestamp").asLong()).isPositive();
  }

  private static String written(String form, Map<String, String> ids) throws Exception {
    LoggerContext context = new LoggerContext();
    context.putProperty(LogForm.NAME, form);
    var reader = new ch.qos.logback.classic.joran.JoranConfigurator();
    reader.setContext(context);
    reader.doConfigure(LogFormTest.class.getResource("/logback.xml"));
    // a warning here would be printed among what a command prints
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .allMatch(status -> status.getLevel() < ch.qos.logback.core.status.Status.WARN);
    Appender<ILoggingEvent> appender = context.getLogger("ROOT").getAppender("console");
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("no.grenselos.journal");
    event.setThreadName("courier-1");
    event.setLevel(Level.INFO);
    event.setMessage("ticket.claimed by=ana");
    event.setInstant(java.time.Instant.parse("2026-09-15T08:00:00Z"));
    event.setMDCPropertyMap(ids);
    byte[] line = ((OutputStreamAppender<ILoggingEvent>) appender).getEncoder().encode(event);
    context.stop();
    return new String(line, StandardCharsets.UTF_8);
  }
}
