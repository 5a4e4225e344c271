package no.grenselos.playground.teams.tenant;

/**
 * A channel of a team.
 *
 * @param id {@code 19:...@thread.tacv2}
 */
public record TeamsChannel(String id, String name) {
  public TeamsChannel {
    if (!id.startsWith("19:") || !id.endsWith("@thread.tacv2")) {
      throw new IllegalArgumentException("channel id is " + id + ", must be 19:...@thread.tacv2");
    }
  }

  public static TeamsChannel of(String team, String name) {
    return new TeamsChannel("19:" + Ids.opaque(team + "/" + name) + "@thread.tacv2", name);
  }
}
