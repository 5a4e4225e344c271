package no.grenselos.app.demo;

import java.net.URI;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Setup;

/** The application as it always is, at work, with its web server; a world calls it there. */
record Service(Grenselos grenselos, Console console, WebServer web) implements AutoCloseable {
  /** Starts all of it. */
  static Service start(Setup setup, World world) {
    Grenselos grenselos = Grenselos.open(setup);
    try {
      Console console = Console.of(grenselos);
      WebServer web = WebServer.start(Doors.of(grenselos), console, "127.0.0.1", 0);
      world.deliverTo(URI.create("http://127.0.0.1:" + web.port() + "/"));
      grenselos.start();
      return new Service(grenselos, console, web);
    } catch (RuntimeException e) {
      grenselos.close();
      throw e;
    }
  }

  @Override
  public void close() {
    web.close();
    grenselos.close();
  }
}
