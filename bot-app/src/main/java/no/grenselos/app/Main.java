package no.grenselos.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import no.grenselos.app.command.LogForm;
import no.grenselos.app.command.RootCommand;
import no.grenselos.app.demo.DemoCommand;
import picocli.CommandLine;

/** Starts the command named by the first argument. */
public final class Main {
  /** Held, or its level would be forgotten with it. Tells of a missing module we do not need. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal");

  private Main() {}

  public static void main(String... args) {
    LUCENE.setLevel(Level.SEVERE);
    if (LogForm.refused(System.getenv())) System.exit(2);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return RootCommand.commandLine().addSubcommand(new DemoCommand());
  }
}
