package no.grenselos.app.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.store.RuleBooks.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos rules push}: the files of config/ become the next revision. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = "Makes the files of config/ the next revision of the rule book.",
    footer = {
      "",
      "Examples:",
      "  grenselos rules push --why \"fewer nudges on jobs\"",
      "  grenselos rules push --why \"from Git\" --base 11 --json",
      "What others changed since the base is kept where it is not the same entry; else their",
      "change and yours are shown, nothing is changed, and the exit code is 1."
    })
public final class RulesPushCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "for the history")
  private String why = "";

  @Option(
      names = "--base",
      paramLabel = "N",
      description = "revision the files were changed from (default: the one pulled last)")
  private @Nullable Integer base;

  @Option(names = "--json", description = "tells what was done as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    ConfigFiles files = config.files();
    try (OpenBook book = OpenBook.of(files)) {
      book.configuration().refuseIfBroken();
      Optional<Source> newest = book.newest();
      Instant now = book.setup().clock().instant();
      if (newest.isEmpty()) return first(book, files, now);
      Optional<Source> from = from(book, newest.get(), files);
      if (from.isEmpty()) {
        spec.commandLine().getErr().println("There is no revision " + base + ".");
        return 1;
      }
      Draft draft = new Draft(from.get().revision(), files.ruleBook(), OpenBook.caller(), why, now);
      return told(new Revising(book.texts()).save(book.store(), draft), files);
    }
  }

  private Optional<Source> from(OpenBook book, Source newest, ConfigFiles files) {
    Integer said = base;
    return said == null
        ? Optional.of(
            book.store().read(books -> RuleBookFiles.base(books.ruleBooks(), newest, files)))
        : book.find(said);
  }

  private int first(OpenBook book, ConfigFiles files, Instant now) {
    Source first = new Source(1, now, OpenBook.caller(), why, files.ruleBook());
    boolean added = book.store().write(books -> books.ruleBooks().add(first));
    if (added) return told(new Revised.Saved(first), files);
    spec.commandLine().getErr().println("Somebody was faster; push again. Nothing was changed.");
    return 1;
  }

  private int told(Revised outcome, ConfigFiles files) {
    if (outcome instanceof Revised.Saved(var source)) note(source, files);
    return new RevisedReport(spec.commandLine(), json).tell(outcome);
  }

  /** What others changed comes into the files too, so that the next push goes on from there. */
  private void note(Source source, ConfigFiles files) {
    try {
      new BookFolder(config.folder()).write(source);
      boolean alone = source.files().equals(files.ruleBook());
      PrintWriter out = spec.commandLine().getOut();
      if (!alone && !json) out.println("config/ has what others changed meanwhile, too.");
    } catch (UncheckedIOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("The files stay as they are, pull them later: " + e.getMessage());
    }
  }
}
