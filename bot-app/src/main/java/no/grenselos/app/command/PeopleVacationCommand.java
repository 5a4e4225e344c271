package no.grenselos.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.calendar.Ics;
import no.grenselos.app.people.Assigned;
import no.grenselos.app.people.FileText;
import no.grenselos.app.people.Times;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Leave;
import no.grenselos.people.Member;
import no.grenselos.people.Vacations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos people vacation FILE}: holidays from a calendar file. */
@Command(
    name = "vacation",
    mixinStandardHelpOptions = true,
    description = "Takes holidays and other times out of the office from a calendar (.ics).",
    footer = {
      "",
      "Only the times are kept, of events that say out of office. They replace those of the file",
      "imported before; what people chose in chat stays. Without --expert each event is the one's",
      "whose e-mail address in experts.yml organises it, or is the only one invited.",
      "",
      "Examples:",
      "  grenselos people vacation ana.ics --expert ana --preview",
      "  grenselos people vacation everybody.ics",
      "Exit code 1: nothing was changed."
    })
public final class PeopleVacationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE", description = "the calendar")
  private String file = "";

  @Option(names = "--expert", paramLabel = "ID", description = "whose calendar it is")
  private @Nullable String expert;

  @Option(names = "--preview", description = "shows what would change, and changes nothing")
  private boolean preview;

  @Override
  public Integer call() {
    String text = text(CallersFolder.resolve(file));
    try (OpenHouse house = OpenHouse.of(config.files())) {
      List<Member> members = house.people((roster, now) -> roster.all());
      Optional<ExpertId> whose = Optional.ofNullable(expert).map(ExpertId::new);
      if (whose.isPresent()
          && members.stream().noneMatch(m -> m.expert().id().equals(whose.get()))) {
        spec.commandLine()
            .getErr()
            .println("There is nobody called " + expert + ". Nothing was changed.");
        return 1;
      }
      Instant now = house.now();
      Assigned assigned = Assigned.of(text, file, members, whose, now);
      show(assigned, new Times(house.zone()));
      if (!preview) keep(house, assigned.leaves(), now);
      return 0;
    }
  }

  private String text(Path path) {
    try {
      if (!Files.isRegularFile(path)) throw refused("no such file");
      if (Files.size(path) > 3L * Ics.LONGEST) throw refused("is larger than 1.5 MB");
      return FileText.utf8(Files.readAllBytes(path)).orElseThrow(() -> refused("is not UTF-8"));
    } catch (IOException e) {
      throw refused("cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private ConfigException refused(String text) {
    return new ConfigException(List.of(new ConfigProblem(file, 0, "", text)));
  }

  private void show(Assigned assigned, Times times) {
    PrintWriter out = spec.commandLine().getOut();
    assigned
        .leaves()
        .forEach((expert, leaves) -> {
          out.println(expert.id() + " is away " + leaves.size() + " times:");
          leaves.forEach(leave -> out.println("  " + times.of(leave)));
        });
    out.println(assigned.summary());
    if (preview) out.println("This was a preview: nothing was changed.");
  }

  private void keep(OpenHouse house, Map<Expert, List<Leave>> leaves, Instant now) {
    long changed =
        house
            .store()
            .write(books ->
                leaves.entrySet().stream()
                    .filter(one ->
                        Vacations.keep(
                            books,
                            one.getKey(),
                            Leave.Source.FILE,
                            one.getValue(),
                            OpenBook.caller(),
                            now))
                    .count());
    spec.commandLine().getOut().println("Changed for " + changed + " people.");
  }
}
