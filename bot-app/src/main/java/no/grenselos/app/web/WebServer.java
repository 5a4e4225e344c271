package no.grenselos.app.web;

import java.util.Objects;
import no.grenselos.app.wiring.CannotStart;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * A running web server: {@code /in/ADAPTER/...} and {@code /health/...}, nothing else. Closing it
 * lets running requests end, for at most ten seconds.
 */
public final class WebServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;

  private WebServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * @param address where to listen, unless a door is for this machine alone: then 127.0.0.1
   * @param port 0 takes any free one
   * @throws CannotStart when the port is taken
   */
  public static WebServer start(Doors doors, String address, int port) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(WebApplication.class)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .initializers(c -> c.getBeanFactory().registerSingleton("doors", doors));
    try {
      // as arguments, so that no stray environment variable opens another port
      var context =
          builder.run(
              "--server.address=" + doors.address(address),
              "--server.port=" + port,
              // whoever calls is whom the socket knows, whatever a header says
              "--server.forward-headers-strategy=none",
              "--server.shutdown=graceful",
              "--server.tomcat.connection-timeout=10s",
              "--spring.lifecycle.timeout-per-shutdown-phase=10s",
              "--spring.servlet.multipart.enabled=false",
              "--spring.mvc.formcontent.filter.enabled=false",
              "--spring.web.resources.add-mappings=false");
      return new WebServer((ServletWebServerApplicationContext) context);
    } catch (RuntimeException e) {
      throw portTaken(e) ? taken(port, e) : e;
    }
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
  }

  private static boolean portTaken(Throwable e) {
    return e instanceof PortInUseException || (e.getCause() != null && portTaken(e.getCause()));
  }

  private static CannotStart taken(int port, RuntimeException e) {
    return new CannotStart("port " + port + " is taken; choose another with --port", e);
  }
}
