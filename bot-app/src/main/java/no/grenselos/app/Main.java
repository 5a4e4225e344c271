package no.grenselos.app;

import no.grenselos.app.command.LogForm;
import no.grenselos.app.command.RootCommand;
import no.grenselos.app.demo.DemoCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/** Starts the command named by the first argument. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    if (LogForm.refused(System.getenv())) System.exit(2);
    joinTheLog();
    System.exit(commandLine().execute(args));
  }

  /** What libraries say through the JDK's own loggers goes where all else goes. */
  static void joinTheLog() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  static CommandLine commandLine() {
    return RootCommand.commandLine().addSubcommand(new DemoCommand());
  }
}
