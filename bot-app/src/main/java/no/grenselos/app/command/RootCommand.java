package no.grenselos.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos} without a command: shows what there is. */
@Command(
    name = "grenselos",
    description = "Brings public posts to the people in the house who know the answer.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    footer = {
      "",
      "Examples:",
      "  grenselos check                         is everything set up?",
      "  grenselos route \"The heat pump howls\"   who would be asked, and why",
      "  grenselos parse x search.json           what a recorded answer of X holds",
      "  grenselos rules test                    all cases of config/routes-test.yml",
      "  grenselos people list                   who can be asked, and who is there",
      "  grenselos feeds                         how each feed stands: lag, posts, money, trouble",
      "  grenselos trace T-81                    every step of one post, on all nodes",
      "  grenselos log                           how far Kafka was read, and reading it again",
      "  grenselos rules history                 who changed the rules, when and why",
      "  grenselos dry-run --days 30             who would be asked how often by config/",
      "  grenselos learn                         what people's presses taught",
      "  grenselos evaluate packs/ours           how well the models do on labelled posts",
      "  grenselos export --author x:@kari       all that is kept of somebody outside",
      "  grenselos forget --author x:@kari       erases it",
      "  grenselos backup --to copy.db           a copy of the store while the service runs",
      "  grenselos run                           the service, with config/",
      "",
      "Exit codes: 0 all is well, 1 something is wrong with what was looked at, 2 could not run."
    })
public final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** All commands but those added by the caller. */
  public static CommandLine commandLine() {
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new RunCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new RouteCommand())
            .addSubcommand(new ParseCommand())
            .addSubcommand(RulesCommand.withParts())
            .addSubcommand(PeopleCommand.withParts())
            .addSubcommand(new FeedsCommand())
            .addSubcommand(new TraceCommand())
            .addSubcommand(LogCommand.withParts())
            .addSubcommand(new DryRunCommand())
            .addSubcommand(new LearnCommand())
            .addSubcommand(
                new CommandLine(new LexiconCommand())
                    .addSubcommand(new LexiconImportCommand())
                    .addSubcommand(new LexiconLookCommand()))
            .addSubcommand(
                new CommandLine(new TeamsCommand()).addSubcommand(new TeamsPackageCommand()))
            .addSubcommand(
                new CommandLine(new ConsoleCommand()).addSubcommand(new ConsoleLinkCommand()))
            .addSubcommand(new ForgetCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new BackupCommand())
            .addSubcommand(new EvaluateCommand())
            .addSubcommand(BenchCommand.withParts())
            .addSubcommand(new VersionCommand())
            .addSubcommand(new CommandLine.HelpCommand());
    root.setCaseInsensitiveEnumValuesAllowed(true);
    return root.setExecutionExceptionHandler(new Failures());
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
