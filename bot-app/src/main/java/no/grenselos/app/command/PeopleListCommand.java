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

/** {@code grenselos people list}: everybody who can be asked. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists everybody who can be asked: topics, whether they are there, their cap.",
    footer = {
      "",
      "Examples:",
      "  grenselos people list",
      "  grenselos people list --json | jq '.[] | select(.there | not) | .id'"
    })
public final class PeopleListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON array, for other programs")
  private boolean json;

  @Override
  public Integer call() {
    try (OpenHouse house = OpenHouse.of(config.files())) {
      List<Member> all = house.people((roster, now) -> roster.all());
      if (json) spec.commandLine().getOut().println(MemberJson.of(all));
      else new MemberTable(house.zone()).list(all).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
