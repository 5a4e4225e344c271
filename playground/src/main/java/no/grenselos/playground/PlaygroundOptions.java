package no.grenselos.playground;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.teams.PlayTeams;
import no.grenselos.playground.teams.tenant.TeamsSeed;

/**
 * How to start a playground; by default a random port, the system's clock and the parts that {@code
 * ServiceLoader} finds.
 *
 * @param port 0 for a random free one
 * @param parts given ones; a part found by {@code ServiceLoader} is left out when one of the same
 *     name is given
 */
public record PlaygroundOptions(int port, Clock clock, List<Part> parts) {
  public PlaygroundOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
    parts = List.copyOf(parts);
  }

  public static PlaygroundOptions defaults() {
    return new PlaygroundOptions(0, Clock.systemUTC(), List.of());
  }

  public PlaygroundOptions port(int newPort) {
    return new PlaygroundOptions(newPort, clock, parts);
  }

  public PlaygroundOptions clock(Clock newClock) {
    return new PlaygroundOptions(port, newClock, parts);
  }

  /** Adds parts to those given before. */
  public PlaygroundOptions parts(Part... more) {
    return new PlaygroundOptions(
        port, clock, Stream.concat(parts.stream(), Stream.of(more)).toList());
  }

  /** With that Slack workspace: its people, channels, tokens and signing secret. */
  public PlaygroundOptions slack(SlackSeed seed) {
    return parts(new PlaySlack(seed));
  }

  /** With that Teams tenant: its people, teams, chats and the bot's registration. */
  public PlaygroundOptions teams(TeamsSeed seed) {
    return parts(new PlayTeams(seed));
  }
}
