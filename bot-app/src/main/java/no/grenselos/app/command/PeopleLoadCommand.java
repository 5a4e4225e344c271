package no.grenselos.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import no.grenselos.app.people.MemberJson;
import no.grenselos.app.people.MemberTable;
import no.grenselos.people.Member;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos people load}: how much each is asked. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Shows how often each was asked, against their cap, and what became of it.",
    footer = {
      "",
      "Today and the week are counted as caps are: today and the six days before. What became of"
          + " it",
      "is told of the last 28 days; \"other\" is later, overtaken and still open.",
      "",
      "Example:",
      "  grenselos people load"
    })
public final class PeopleLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON array, for other programs")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenHouse house = OpenHouse.of(config.files())) {
      List<Member> all = house.people((roster, now) -> roster.all());
      if (json) spec.commandLine().getOut().println(MemberJson.loads(all));
      else new MemberTable(house.zone()).load(all).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
