package no.grenselos.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos bench}: how fast this machine does the work. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures speed and memory on this machine.",
    synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withParts() {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BenchReadingCommand())
        .addSubcommand(new BenchChatCommand())
        .addSubcommand(new BenchDryRunCommand())
        .addSubcommand(new BenchConsoleCommand())
        .addSubcommand(new BenchFeedsCommand())
        .addSubcommand(new BenchPipelineCommand())
        .addSubcommand(new BenchPlotCommand())
        .addSubcommand(new BenchStartCommand())
        .addSubcommand(new BenchFaultsCommand());
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
