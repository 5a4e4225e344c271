package no.grenselos.app.logline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mention.received mastodon:example.org/1234",
        "https://example.org/@kari/1234",
        "C:\\temp\\/x \\\\/ \\",
        "a \"quoted\" line\nand / another \u2028 \uD83D\uDE00"
      })
  void whatWasSaidIsReadAsItWasAndSlashesAreFound(String said) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    Logger logger = context.getLogger("no.grenselos.journal");
    JsonLines lines = new JsonLines();
    lines.setContext(context);
    lines.start();

    byte[] line = lines.encode(new LoggingEvent("", logger, Level.INFO, said, null, null));

    assertThat(new ObjectMapper().readTree(line).path("message").asText()).isEqualTo(said);
    assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain(":\\/").endsWith("\n");
  }
}
