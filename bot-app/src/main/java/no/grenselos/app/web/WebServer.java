package no.grenselos.app.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LocalLinks;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.ConsoleWeb;
import no.grenselos.app.web.console.people.PeopleWeb;
import no.grenselos.app.web.console.rules.RulesWeb;
import no.grenselos.app.wiring.CannotStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running web server: {@code /in/ADAPTER/...}, {@code /health/...}, {@code /metrics} and, where
 * it is given one, the console; nothing else. Closing it lets running requests end, for at most one
 * and a half seconds.
 */
public final class WebServer implements AutoCloseable {
  private static final List<String> NO_FILES = List.of("--spring.servlet.multipart.enabled=false");

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
    var builder = new SpringApplicationBuilder(WebApplication.class);
    give(builder, "doors", Doors.class, () -> doors);
    return run(builder, doors.address(address), port, NO_FILES);
  }

  /**
   * With the console.
   *
   * @throws CannotStart when the port is taken
   */
  public static WebServer start(Doors doors, Console console, String address, int port) {
    return start(() -> doors, () -> console, console.settings(), doors.address(address), port);
  }

  /**
   * The same, where doors and console may not be there yet: they are asked for when they are
   * needed, and that thread waits as long as they make it wait.
   *
   * @param settings the console's
   * @param address where to listen, whatever the doors are
   * @throws CannotStart when the port is taken
   */
  static WebServer start(
      Supplier<Doors> doors,
      Supplier<Console> console,
      ConsoleSettings settings,
      String address,
      int port) {
    var builder =
        new SpringApplicationBuilder(
            WebApplication.class, ConsoleWeb.class, RulesWeb.class, PeopleWeb.class);
    give(builder, "doors", Doors.class, doors);
    give(builder, "console", Console.class, console);
    return run(builder, address, port, ConsoleWeb.settings(settings));
  }

  private static <T> void give(
      SpringApplicationBuilder builder, String name, Class<T> type, Supplier<T> part) {
    builder.initializers(
        context -> ((GenericApplicationContext) context).registerBean(name, type, part));
  }

  private static WebServer run(
      SpringApplicationBuilder builder, String address, int port, List<String> settings) {
    builder.bannerMode(Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false);
    leaveTheLog(builder.application());
    // as arguments, so that no stray environment variable opens another port
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.address=" + address,
                "--server.port=" + port,
                // whoever calls is whom the socket knows, whatever a header says
                "--server.forward-headers-strategy=none",
                "--server.shutdown=graceful",
                "--server.tomcat.connection-timeout=10s",
                "--spring.lifecycle.timeout-per-shutdown-phase=1500ms",
                "--spring.mvc.formcontent.filter.enabled=false",
                "--spring.web.resources.add-mappings=false"));
    all.addAll(settings);
    try {
      var context = builder.run(all.toArray(String[]::new));
      return new WebServer((ServletWebServerApplicationContext) context);
    } catch (RuntimeException e) {
      throw portTaken(e) ? taken(port, e) : e;
    }
  }

  /**
   * Spring would set up the log anew, which is ours and set up already: what is said by other
   * threads meanwhile would be lost.
   */
  private static void leaveTheLog(SpringApplication application) {
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** A new link into the console of this server, for one visit from this machine. */
  public URI local(Console console) {
    return LocalLinks.address(port(), console.links().make());
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
