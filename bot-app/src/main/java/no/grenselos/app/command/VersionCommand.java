package no.grenselos.app.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos version}. */
@Command(name = "version", description = "Shows the version of Grenselos and of Java.")
public final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    for (String line : new Provider().getVersion()) spec.commandLine().getOut().println(line);
    return 0;
  }

  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = VersionCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "grenselos " + (version == null ? "(not packaged)" : version),
        "Java " + Runtime.version() + " in " + System.getProperty("java.home")
      };
    }
  }
}
