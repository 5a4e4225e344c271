package no.grenselos.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.store.RuleBooks.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos rules pull}: a revision of the rule book as files. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = "Writes a revision of the rule book as files, the newest into config/.",
    footer = {
      "",
      "Examples:",
      "  grenselos rules pull                          config/ says what is in force",
      "  grenselos rules pull --revision 11 --to /tmp/eleven",
      "A file that no revision has is not overwritten, unless with --force: exit code 1 then.",
      "Which revision the files are is noted in .revision beside them, for push."
    })
public final class RulesPullCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--revision", paramLabel = "N", description = "that one, not the newest")
  private @Nullable Integer revision;

  @Option(names = "--to", paramLabel = "DIR", description = "folder (default: that of --config)")
  private @Nullable String to;

  @Option(names = "--force", description = "overwrites and removes what is only in the folder")
  private boolean force;

  @Option(names = "--json", description = "tells what was done as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenBook book = OpenBook.of(config.files())) {
      Integer wanted = revision;
      Optional<Source> found = wanted == null ? book.newest() : book.find(wanted);
      if (found.isEmpty()) {
        String which = wanted == null ? "no revision yet" : "no revision " + wanted;
        spec.commandLine().getErr().println("There is " + which + ".");
        return 1;
      }
      return write(book, found.get());
    }
  }

  private int write(OpenBook book, Source source) {
    BookFolder folder = new BookFolder(to == null ? config.folder() : CallersFolder.target(to));
    List<String> lost = book.store().read(books -> folder.onlyHere(books.ruleBooks(), source));
    if (!lost.isEmpty() && !force) return refuse(lost);
    List<String> changed = folder.write(source);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> values = new LinkedHashMap<>(RevisionWords.json(source));
      values.put("changed", changed);
      out.println(JsonLine.of(values));
      return 0;
    }
    changed.forEach(out::println);
    out.println(
        "%s has revision %d, %d files changed."
            .formatted(folder.folder(), source.revision(), changed.size()));
    return 0;
  }

  private int refuse(List<String> lost) {
    PrintWriter err = spec.commandLine().getErr();
    lost.forEach(name -> err.println(name + " differs, and no revision says the same."));
    err.println("Nothing was changed. Push them first, or let them go with --force.");
    return 1;
  }
}
