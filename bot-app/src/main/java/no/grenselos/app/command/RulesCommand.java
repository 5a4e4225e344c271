package no.grenselos.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos rules}: the group of commands about the rule book. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works on the rule book: its files, its revisions and its tests.",
    footer = {
      "",
      "Examples:",
      "  grenselos rules pull                        what was changed in chat, as files",
      "  grenselos rules push --why \"quieter July\"   config/ becomes the next revision",
      "  grenselos rules history --diff 12",
      "  grenselos rules revert 11 --why \"12 was too loud\"",
      "A new revision is in force on all nodes within two seconds."
    })
public final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withParts() {
    return new CommandLine(new RulesCommand())
        .addSubcommand(new RulesPullCommand())
        .addSubcommand(new RulesPushCommand())
        .addSubcommand(new RulesHistoryCommand())
        .addSubcommand(new RulesRevertCommand())
        .addSubcommand(new RulesTestCommand());
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
