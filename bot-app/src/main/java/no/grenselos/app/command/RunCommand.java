package no.grenselos.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.grenselos.app.admission.LocalLinks;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.vitals.OldGeneration;
import no.grenselos.app.web.Doors;
import no.grenselos.app.web.WebServer;
import no.grenselos.app.web.WebStart;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.LoggingJournal;
import no.grenselos.app.wiring.Setup;
import no.grenselos.app.wiring.SteeredClock;
import no.grenselos.flow.Loop;
import no.grenselos.work.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos run}: the service, until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the service with config/, until Ctrl-C or SIGTERM.",
    footer = {
      "",
      "Example:",
      "  SLACK_BOT_TOKEN=... SLACK_APP_TOKEN=... grenselos run",
      "Doors: /in/slack and /in/teams for their calls, /health/live, /health/ready."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--port", description = "instead of the one in grenselos.yml; 0 takes a free one")
  private @Nullable Integer port;

  @Option(names = "--allow-local", hidden = true, description = "feeds may call this machine")
  private boolean allowLocal;

  @Option(names = "--clock", hidden = true, description = "file: how far ahead of the machine's")
  private @Nullable Path clock;

  @Override
  public Integer call() throws InterruptedException {
    Stop stop = Stop.onSignal();
    OldGeneration.ofSerial().ifPresent(old -> Loop.start("heap", new Signal(), old::look));
    try (WebStart web = new WebStart(port);
        Grenselos grenselos = Grenselos.open(setup(), web::begin)) {
      serve(grenselos, web, stop);
    } finally {
      stop.done();
    }
    return 0;
  }

  /** Printed, not logged: the link is as good as a password while it lasts. */
  private void welcome(Console console, int webPort) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The console, once and for ten minutes, in a browser on this machine:");
    out.println(LocalLinks.address(webPort, console.links().make()));
    out.println("Another one: grenselos console link");
    out.flush();
  }

  private Setup setup() {
    Setup setup = Setup.of(config.files(), new LoggingJournal());
    if (allowLocal) setup = setup.withLocalAddresses();
    return clock == null ? setup : setup.by(new SteeredClock(clock));
  }

  private void serve(Grenselos grenselos, WebStart start, Stop stop) throws InterruptedException {
    AppSettings settings = grenselos.settings();
    Doors doors = Doors.of(grenselos);
    Console console = Console.of(grenselos);
    try (WebServer web = start.listen(doors, console)) {
      grenselos.start();
      if (!doors.loopbackOnly().isEmpty()) {
        LOG.warn(
            "listening to this machine alone, whatever listen says: nobody is asked who they are"
                + " chats={} listen={}",
            doors.loopbackOnly(),
            settings.listen());
      }
      if (console.links().firstStart()) welcome(console, web.port());
      LOG.info("started address={} port={}", doors.address(settings.listen()), web.port());
      stop.await();
      LOG.info("stopping");
      // not ready first, and at work no more before the doors close: what comes in is kept till
      // then
      grenselos.stop();
    }
    LOG.info("stopped");
  }
}
