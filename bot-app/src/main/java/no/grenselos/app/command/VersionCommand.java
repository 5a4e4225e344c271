package no.grenselos.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos version}. */
@Command(name = "version", description = "Shows the version of Grenselos and of Java.")
public final class VersionCommand implements Callable<Integer> {
  private static final Pattern NUMBERS = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    for (String line : new Provider().getVersion()) spec.commandLine().getOut().println(line);
    return 0;
  }

  /** The three numbers alone, without {@code -SNAPSHOT}; zeros where it is not packaged. */
  static String bare() {
    String version = Objects.requireNonNullElse(number(), "0.0.0");
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.lookingAt() ? numbers.group() : "0.0.0";
  }

  private static @Nullable String number() {
    return VersionCommand.class.getPackage().getImplementationVersion();
  }

  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = number();
      return new String[] {
        "grenselos " + (version == null ? "(not packaged)" : version),
        "Java " + Runtime.version() + " in " + System.getProperty("java.home")
      };
    }
  }
}
