package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.revise.Difference;
import no.grenselos.store.RuleBooks.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos rules history}: who changed the rules, when and why. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists the revisions of the rule book, newest first; shows what one changed.",
    footer = {
      "",
      "Examples:",
      "  grenselos rules history --most 50",
      "  grenselos rules history --diff 12      what revision 12 changed",
      "  grenselos rules history --json         one line a revision"
    })
public final class RulesHistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "how many to list (default: ${DEFAULT-VALUE})")
  private int most = 20;

  @Option(names = "--diff", paramLabel = "N", description = "shows what that revision changed")
  private @Nullable Integer diff;

  @Option(names = "--json", description = "one line of JSON a revision")
  private boolean json;

  @Override
  public Integer call() {
    if (most < 1) throw new ParameterException(spec.commandLine(), "--most must be 1 or more");
    try (OpenBook book = OpenBook.of(config.files())) {
      Integer one = diff;
      return one == null ? list(book) : changed(book, one);
    }
  }

  private int list(OpenBook book) {
    PrintWriter out = spec.commandLine().getOut();
    ZoneId zone = book.zone();
    List<Source> sources =
        book.store().read(books -> books.ruleBooks().before(Integer.MAX_VALUE, most));
    for (Source source : sources) {
      out.println(
          json ? JsonLine.of(RevisionWords.json(source)) : RevisionWords.line(source, zone));
    }
    if (sources.isEmpty() && !json) out.println("There is no revision yet.");
    return 0;
  }

  private int changed(OpenBook book, int revision) {
    Optional<Source> found = book.find(revision);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("There is no revision " + revision + ".");
      return 1;
    }
    Map<String, String> before = book.find(revision - 1).map(Source::files).orElse(Map.of());
    List<Difference> changes = book.texts().differences(before, found.get().files());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> values = new LinkedHashMap<>(RevisionWords.json(found.get()));
      values.put("changes", RevisionWords.json(changes));
      out.println(JsonLine.of(values));
      return 0;
    }
    out.println(RevisionWords.line(found.get(), book.zone()));
    RevisionWords.lines(changes).forEach(out::println);
    return 0;
  }
}
