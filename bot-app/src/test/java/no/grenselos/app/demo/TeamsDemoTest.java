package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The beginning of {@code demo --once --house teams}, and of both. */
class TeamsDemoTest {
  private static final int DEEDS = 40;

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(names = {"TEAMS", "BOTH"})
  void staffInTeamsTakesAnswersAndLosesNothing(Houses houses) throws Exception {
    Demo.Plan plan =
        new Demo.Plan(
                ConfigFiles.read(Path.of("../config")),
                BriskFeeds.providers(),
                temp.resolve("grenselos.db"),
                0,
                DemoClock.first(),
                Duration.ofSeconds(5),
                network -> List.of(DemoFiles.mastodon(network, "lyngheia", "lyngheiakraft")),
                Demo.Outward.PLAYGROUND)
            .in(houses);
    DemoScript all = DemoScript.load();
    DemoScript script = new DemoScript(all.people(), all.deeds().subList(0, DEEDS), all.answers());
    StringWriter out = new StringWriter();

    Rehearsal.Report report;
    World world;
    try (Running running = Running.open(plan, script, new PrintWriter(out, true))) {
      running.greet(Duration.ofSeconds(5));
      world = running.demo().world();
      report = new Rehearsal(running.demo(), script).run();

      assertThat(report.wrong()).as(out.toString()).isEmpty();
      assertThat(Facts.cards(world).values()).isNotEmpty().containsOnly(1);
      assertThat(world.teams().posts()).isNotEmpty();
      assertThat(report.figures().count("ticket.claimed")).isPositive();
      assertThat(report.figures().answers()).isPositive();
    }
    boolean teamsOnly = houses == Houses.TEAMS;
    assertThat(out.toString().contains("?house=teams")).isEqualTo(teamsOnly);
  }

  @Test
  void anUnknownHouseIsToldWithTheKnownOnes() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new DemoCommand()).setErr(new PrintWriter(err, true));

    assertThat(command.execute("--house", "irc")).isEqualTo(2);
    assertThat(err.toString()).contains("must be slack, teams or both");
  }
}
