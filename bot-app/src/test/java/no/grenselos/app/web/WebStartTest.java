package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.house.FreePort;
import no.grenselos.app.wiring.Providers;
import org.junit.jupiter.api.Test;

class WebStartTest {
  private static final ConfigFiles FILES =
      new ConfigFiles("config", Map.of("grenselos.yml", "company: Fjordbygg\n"));

  /** As where the store cannot be opened. */
  @Test
  void whatIsGivenNoDoorsEndsAndListensNowhere() throws IOException {
    int port = FreePort.next();
    AppSettings settings = Configuration.read(FILES, 1, Providers.installed().known()).app();
    WebStart start = new WebStart(port);

    start.begin(settings, Set.of());
    start.close();

    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  /** As where the configuration is wrong. */
  @Test
  void whatNeverBeganIsClosedToo() {
    assertThatCode(() -> new WebStart(null).close()).doesNotThrowAnyException();
  }
}
