package no.grenselos.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos people}: the group of commands about who can be asked. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows who can be asked, and brings in people and their holidays.")
public final class PeopleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withParts() {
    return new CommandLine(new PeopleCommand())
        .addSubcommand(new PeopleListCommand())
        .addSubcommand(new PeopleShowCommand())
        .addSubcommand(new PeopleLoadCommand())
        .addSubcommand(new PeopleImportCommand())
        .addSubcommand(new PeopleVacationCommand());
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
