package no.grenselos.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.people.MemberJson;
import no.grenselos.app.people.MemberPage;
import no.grenselos.config.DidYouMean;
import no.grenselos.expert.ExpertId;
import no.grenselos.people.Member;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos people show ID}: all that is known of one person. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one person: handles, topics, hours, absences, cap, load.",
    footer = {
      "",
      "Example:",
      "  grenselos people show ana",
      "Exit code 1: there is nobody of that id."
    })
public final class PeopleShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "ID", description = "as in experts.yml")
  private String id = "";

  @Option(names = "--json", description = "one JSON object, for other programs")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenHouse house = OpenHouse.of(config.files())) {
      Optional<Member> found =
          id.isBlank()
              ? Optional.empty()
              : house.people((roster, now) -> roster.find(new ExpertId(id)));
      if (found.isEmpty()) return nobody(house);
      if (json) spec.commandLine().getOut().println(MemberJson.of(found.get()));
      else
        new MemberPage(house.zone()).of(found.get()).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }

  private int nobody(OpenHouse house) {
    List<String> ids =
        house.people((roster, now) -> roster.all()).stream()
            .map(m -> m.expert().id().id())
            .toList();
    String hint =
        DidYouMean.among(ids, id).map(near -> "; did you mean \"" + near + "\"?").orElse(".");
    spec.commandLine().getErr().println("There is nobody called " + id + hint);
    return 1;
  }
}
