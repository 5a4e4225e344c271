package no.grenselos.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import no.grenselos.app.people.ListFile;
import no.grenselos.app.people.PlanText;
import no.grenselos.app.wiring.Lookups;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Email;
import no.grenselos.people.Directory;
import no.grenselos.people.PeopleImport;
import no.grenselos.people.Plan;
import no.grenselos.revise.Difference;
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

/** {@code grenselos people import FILE}: a list of people becomes a revision of the rule book. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes the next revision of the rule book from a list of people.",
    footer = {
      "",
      "Reads CSV with a heading (cells parted by , ; or tab) and YAML as in experts.yml. Columns:",
      "id, name, email, title, topics, agreed, invite, languages, days, from, to, zone, cap day,",
      "cap week, level, speaks, digest, calendar, slack, teams, team. What a line leaves empty"
          + " stays.",
      "Who has no member id is looked up in the chat houses by e-mail address.",
      "Topics that are new to somebody are proposed to them, unless the line says agreed: yes.",
      "",
      "Examples:",
      "  grenselos people import people.csv --preview",
      "  grenselos people import people.csv --why \"the new heat pump team\"",
      "Exit code 1: the list has mistakes, or somebody changed the same; nothing was changed."
    })
public final class PeopleImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE", description = "the list, .csv or .yml")
  private String file = "";

  @Option(names = "--preview", description = "shows what would change, and changes nothing")
  private boolean preview;

  @Option(names = "--why", paramLabel = "TEXT", description = "for the history of the rule book")
  private String why = "";

  @Override
  public Integer call() {
    try (OpenHouse house = OpenHouse.of(config.files())) {
      Path path = CallersFolder.resolve(file);
      Set<String> houses = house.setup().providers().known().houses();
      ListFile.Read read = ListFile.of(path, file, houses);
      read.note().ifPresent(note -> out().println(file + ": " + note));
      Source newest = house.newest();
      PeopleImport people = new PeopleImport(house.texts(), houses);
      Directory directory = directory(house, people.unknown(newest, read.sheet()), read);
      Plan plan = people.plan(newest, read.sheet(), directory);
      return done(house, plan, read.broken());
    }
  }

  /** Nobody is asked for the sake of a list that cannot be read anyway. */
  private Directory directory(OpenHouse house, Set<Email> unknown, ListFile.Read read) {
    if (unknown.isEmpty() || !read.broken().isEmpty()) return Directory.EMPTY;
    out().println("Looking up " + unknown.size() + " by e-mail address ...");
    out().flush();
    try (Lookups lookups =
        Lookups.open(house.setup(), house.configuration().app(), house.store())) {
      house.configuration().refuseIfBroken();
      return lookups.ask(unknown);
    }
  }

  private int done(OpenHouse house, Plan plan, List<ConfigProblem> broken) {
    return switch (plan) {
      case Plan.Mistaken mistaken -> {
        List<ConfigProblem> all = new ArrayList<>(broken);
        all.addAll(mistaken.problems());
        throw new ConfigException(all);
      }
      case Plan.Ready ready -> {
        if (!broken.isEmpty()) throw new ConfigException(broken);
        PlanText.of(ready).forEach(out()::println);
        yield preview ? previewed() : keep(house, ready);
      }
    };
  }

  private int previewed() {
    out().println("This was a preview: nothing was changed.");
    return 0;
  }

  private int keep(OpenHouse house, Plan.Ready ready) {
    String reason = why.isBlank() ? "people from " + Path.of(file).getFileName() : why;
    Draft draft = new Draft(ready.base(), ready.files(), OpenBook.caller(), reason, house.now());
    return switch (new Revising(house.texts()).save(house.store(), draft)) {
      case Revised.Saved saved -> {
        out().println("Revision " + saved.source().revision() + " is the newest now.");
        yield 0;
      }
      case Revised.Same same -> {
        out().println("Revision " + same.revision() + " says so already; nothing was changed.");
        yield 0;
      }
      case Revised.Broken wrong -> throw new ConfigException(wrong.problems());
      case Revised.Overtaken overtaken -> overtaken(overtaken);
    };
  }

  private int overtaken(Revised.Overtaken overtaken) {
    PrintWriter err = spec.commandLine().getErr();
    Source newest = overtaken.newest();
    err.println(newest.by() + " changed the same in revision " + newest.revision() + ":");
    overtaken.theirs().forEach(line -> err.println("  " + line(line)));
    err.println("Nothing was changed. Import again to put yours on top.");
    return 1;
  }

  private static String line(Difference line) {
    String text = line.text().replaceAll("\\p{C}", "");
    return "%s:%d %s %s".formatted(line.file(), line.line(), RevisionWords.sign(line.kind()), text);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
