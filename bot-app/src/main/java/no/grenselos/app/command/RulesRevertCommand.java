package no.grenselos.app.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.store.RuleBooks.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos rules revert N}: brings an earlier revision back, as a new one. */
@Command(
    name = "revert",
    mixinStandardHelpOptions = true,
    description = "Makes what an earlier revision said the next revision. Nothing is lost.",
    footer = {
      "",
      "Example:",
      "  grenselos rules revert 11 --why \"12 was too loud\"",
      "The files of config/ stay as they are; rules pull brings them along."
    })
public final class RulesRevertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "N", description = "the revision to bring back")
  private int revision;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "for the history")
  private String why = "";

  @Option(names = "--json", description = "tells what was done as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenBook book = OpenBook.of(config.files())) {
      Optional<Source> newest = book.newest();
      if (newest.isEmpty() || book.find(revision).isEmpty()) {
        spec.commandLine().getErr().println("There is no revision " + revision + ".");
        return 1;
      }
      Instant now = book.setup().clock().instant();
      Draft about = new Draft(newest.get().revision(), Map.of(), OpenBook.caller(), why, now);
      Revised outcome = new Revising(book.texts()).revert(book.store(), revision, about);
      return new RevisedReport(spec.commandLine(), json).tell(outcome);
    }
  }
}
